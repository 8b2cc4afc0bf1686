import { say } from '../../../say/say.ts'
import { litgptCommand } from './litgpt-command.ts'
import { quoteSh } from './quote.ts'
import type { TrainingCommands, TrainingPlan } from './training.ts'

/** Says why there is nothing to type: PyTorch for Windows cannot join graphics cards. */
export const notOnWindows: TrainingCommands = {
  title: say('Several graphics cards on Windows'),
  shell: 'powershell',
  commands: [],
  note: say(
    'There is nothing to type: PyTorch for Windows comes without NCCL, by which graphics cards speak with each other, so a run on several would end at its start. Choose one graphics card. Or start all machines under Linux and choose Linux here; in one machine WSL does as well.'
  )
}

/** How to train on several machines: with torchrun on each of them, or all by SLURM. */
export function severalMachines(plan: TrainingPlan): TrainingCommands[] {
  const { devices, nodes, launcher } = plan.choice
  const command = litgptCommand(plan).map(quoteSh).join(' ')
  if (launcher === 'slurm') {
    return [
      {
        title: say('On several machines, under SLURM'),
        shell: 'sh',
        commands: [`srun --nodes ${nodes} --ntasks-per-node ${devices} litgpt ${command}`],
        note: say(
          'One task for each graphics card; add what your cluster asks for, such as --gpus-per-node. The folder has to be on a disk that all machines see, and the model downloaded: see By hand.'
        )
      }
    ]
  }
  return [
    {
      title: say('On several machines, with torchrun'),
      shell: 'sh',
      commands: [
        `torchrun --nnodes ${nodes} --node_rank 0 --nproc_per_node ${devices} ` +
          `--master_addr first-machine --master_port 29500 "$(command -v litgpt)" ${command}`
      ],
      note: say(
        'On each machine the same, with --node_rank 0 to {last} and the address of the first; the dataset in the same place on all of them, and the model downloaded: see By hand. The script below does the same.',
        { last: nodes - 1 }
      )
    }
  ]
}
