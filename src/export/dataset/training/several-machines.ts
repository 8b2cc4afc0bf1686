import { litgptCommand } from './litgpt-command.ts'
import { quoteSh } from './quote.ts'
import type { TrainingCommands, TrainingPlan } from './training.ts'

/** Two ways to train on several machines without the script: by hand on each, and under SLURM. */
export function severalMachines(plan: TrainingPlan): TrainingCommands[] {
  const { devices, nodes } = plan.choice
  const command = litgptCommand(plan).map(quoteSh).join(' ')
  return [
    {
      title: 'By hand: several machines',
      shell: 'sh',
      commands: [
        `torchrun --nnodes ${nodes} --node_rank 0 --nproc_per_node ${devices} ` +
          `--master_addr first-machine --master_port 29500 "$(command -v litgpt)" ${command}`
      ],
      note: 'On each machine the same, with --node_rank 0, 1, 2 … and the address of the first.'
    },
    {
      title: 'By hand: under SLURM',
      shell: 'sh',
      commands: [`srun --nodes ${nodes} --ntasks-per-node ${devices} litgpt ${command}`],
      note: 'One task for each graphics card; add what your cluster asks for.'
    }
  ]
}
