import * as v from 'valibot'
import type { ExportGroup } from '../../laegna.ts'
import { keep, kept } from '../../storage/small-store.ts'
import type { ExporterInfo } from '../../worker/protocol/messages.ts'

/** What is remembered as chosen where the cards are to go straight into Anki. */
const sendId = 'anki-connect'
const placeKey = 'laegna.export'
const placeSchema = v.object({
  group: v.picklist(['anki', 'dataset', 'document', 'other']),
  /** The exporter in sight of each group. */
  chosen: v.record(v.string(), v.string())
})
type ShownPlace = v.InferOutput<typeof placeSchema>

/** Where in the export panel a person is; remembered in this browser. */
export class ExportPlace {
  #place = $state.raw<ShownPlace>(
    kept(placeKey, v.pipe(v.string(), v.parseJson(), placeSchema)) ?? { group: 'anki', chosen: {} }
  )
  readonly #exporters: () => ExporterInfo[]

  constructor(exporters: () => ExporterInfo[]) {
    this.#exporters = exporters
  }

  /** Groups that have an exporter, in the order of the panel. */
  get groups(): ExportGroup[] {
    return [...new Set(this.#exporters().map(({ group }) => group))]
  }

  /** The group in sight. */
  get group(): ExportGroup {
    return this.#place.group
  }

  /** Whether sending to Anki is in sight, which writes no file and so is no exporter. */
  get sends(): boolean {
    return this.group === 'anki' && this.#place.chosen['anki'] === sendId
  }

  /** The exporter in sight. */
  get selected(): ExporterInfo | undefined {
    const inGroup = this.#exporters().filter(({ group }) => group === this.group)
    return inGroup.find(({ id }) => id === this.#place.chosen[this.group]) ?? inGroup[0]
  }

  /** Brings a group into sight. */
  show(group: ExportGroup): void {
    this.#keepPlace({ ...this.#place, group })
  }

  /** Brings an exporter into sight. */
  select({ id, group }: ExporterInfo): void {
    this.#keepPlace({ group, chosen: { ...this.#place.chosen, [group]: id } })
  }

  /** Brings sending to Anki into sight. */
  selectSending(): void {
    this.#keepPlace({ group: 'anki', chosen: { ...this.#place.chosen, anki: sendId } })
  }

  #keepPlace(place: ShownPlace): void {
    this.#place = place
    keep(placeKey, JSON.stringify(place))
  }
}
