import Foot from './Foot.svelte'
import Hints from './Hints.svelte'
import MoreMenu from './top/MoreMenu.svelte'
import NoticeStack from './notices/NoticeStack.svelte'
import SidePane from './files/SidePane.svelte'

/**
 * What stands around the text, in one: each import() is a file of its own, and so is what any two of them share. All of
 * this is asked for at once, behind what can be typed into.
 */
export const deskParts = { Foot, Hints, MoreMenu, NoticeStack, SidePane }
