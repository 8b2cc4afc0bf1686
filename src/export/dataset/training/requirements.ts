/** The LitGPT that everything here was tried with. */
export const LITGPT = 'litgpt[extra]==0.5.13'

/** What one of its parts needs anyway; unsaid, pip tries dozens of newer versions one by one first. */
export const HUB = 'huggingface_hub<1'

/** The text of requirements.txt. `extra`: plain litgpt lacks what downloads and pretraining need. */
export const requirementsText = `# What train.sh and train.ps1 install. On Linux without an NVIDIA graphics card install the CPU
# build of PyTorch first, or several gigabytes for the card come along (see its install page).
${LITGPT}
${HUB}
`
