import { converterPy } from './converter-py.ts'
import { huggingFacePy } from './hugging-face-py.ts'
import { lookPy } from './look-py.ts'

/** The script train.sh, with `@NAME@` for what the dataset decides (D5). POSIX sh, no braces after `$`. */
export const trainSh = String.raw`#!/bin/sh
# Trains a language model on this dataset with LitGPT 0.5.13.
#
#   sh train.sh           trains
#   sh train.sh --check   checks the files and prints what would run
#   sh train.sh --resume  goes on where the last run was stopped (full, pretrain)
#
# Choices, for one run: METHOD=full EPOCHS=10 sh train.sh
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
set -e

[ -n "$MODEL" ] || MODEL='@MODEL@'
[ -n "$METHOD" ] || METHOD='@METHOD@'
[ -n "$DEVICES" ] || DEVICES=@DEVICES@
[ -n "$NODES" ] || NODES=@NODES@
[ -n "$EPOCHS" ] || EPOCHS=@EPOCHS@

# Of this dataset. Tokens are estimates.
ITEMS=@ITEMS@
LONGEST=@LONGEST@
LENGTH=@LENGTH@
GLOBAL=@GLOBAL@
TEXT_TOKENS=@TEXT_TOKENS@
TEXT_LENGTH=@TEXT_LENGTH@
TEXT_MICRO=@TEXT_MICRO@
TEXT_GLOBAL=@TEXT_GLOBAL@

say() { printf '%s\n' "$1"; }
fail() {
  printf 'train.sh: %s\n' "$1" >&2
  exit 1
}

CHECK=
RESUME=
for word in "$@"; do
  case "$word" in
    --check) CHECK=yes ;;
    --resume) RESUME=yes ;;
    *) fail "unknown argument $word (there are --check and --resume; choices are set as in: EPOCHS=10 sh train.sh)" ;;
  esac
done
for number in "$DEVICES" "$NODES" "$EPOCHS" $MAX_STEPS; do
  case "$number" in
    *[!0-9]* | 0*) fail "DEVICES, NODES, EPOCHS and MAX_STEPS are whole numbers from 1, not '$number'" ;;
  esac
done
# With a single step LitGPT divides by zero: the warm-up would be all of it.
if [ "$MAX_STEPS" = 1 ]; then
  MAX_STEPS=2
  say 'MAX_STEPS becomes 2: LitGPT cannot make a single one'
fi

# Folders named by the caller are seen from where the caller stands.
START=$PWD
HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
LOCAL=
if [ -d "$MODEL" ]; then
  MODEL=$(CDPATH='' cd -- "$MODEL" && pwd)
  LOCAL=yes
fi
case "$OUT" in
  '') OUT=$HERE/out ;;
  /*) ;;
  *) OUT=$START/$OUT ;;
esac
case "$LLAMA_CPP" in
  '' | pip | /*) ;;
  *) LLAMA_CPP=$START/$LLAMA_CPP ;;
esac
cd "$HERE"

# The files.
case "$METHOD" in
  lora | full | qlora)
    CONFIG=finetune.yaml
    FILES='litgpt/train.json litgpt/val.json'
    ;;
  pretrain)
    CONFIG=pretrain.yaml
    [ -d litgpt/text ] && [ -s pretrain.yaml ] ||
      fail "There was too little text to pretrain on, so this dataset is not made for it. Use METHOD=lora, or put more into the dataset."
    FILES='litgpt/text/train/train.txt litgpt/text/val/val.txt'
    ;;
  *) fail "METHOD=$METHOD is none of lora, full, qlora, pretrain" ;;
esac
for file in $FILES $CONFIG requirements.txt Modelfile; do
  [ -s "$file" ] || fail "$file is missing or empty. Unzip the whole dataset again."
done
say "files: all here, $ITEMS records to train on"
if [ -n "$CHECK" ] && [ -s SHA256SUMS ]; then
  SUM=
  command -v sha256sum >/dev/null 2>&1 && SUM=sha256sum
  [ -n "$SUM" ] || ! command -v shasum >/dev/null 2>&1 || SUM='shasum -a 256'
  # shellcheck disable=SC2086
  [ -z "$SUM" ] || CHANGED=$($SUM -c SHA256SUMS 2>/dev/null | sed -n 's/: FAILED.*//p' | tr '\n' ' ') || CHANGED=
  [ -z "$CHANGED" ] || say "files: changed since the export: $CHANGED"
fi

# LitGPT: the one on PATH, else the one in .venv beside this script, made when it is missing.
ASK=litgpt
if ! command -v litgpt >/dev/null 2>&1; then
  if [ ! -x .venv/bin/litgpt ] && [ -z "$CHECK" ]; then
    [ -w . ] || fail "nothing can be written into $HERE. Copy the dataset to a folder of your own."
    STATE=0
    python3 -c 'import sys; sys.exit(3 if sys.version_info < (3, 10) else 0)' || STATE=$?
    [ "$STATE" -ne 3 ] || fail "python3 is $(python3 --version 2>&1), too old: LitGPT needs Python 3.10 or newer."
    say 'installing LitGPT into .venv (once, several minutes)'
    python3 -m venv .venv ||
      fail 'python3 could not make .venv. Install Python 3.10 or newer (Debian, Ubuntu: apt install python3-venv).'
    .venv/bin/python -m pip install -r requirements.txt ||
      fail 'LitGPT could not be installed; pip says why above. Mend that and start again.'
  fi
  PATH=$HERE/.venv/bin:$PATH
  ASK="'$HERE/.venv/bin/litgpt'"
fi
TOOL=$(command -v litgpt) || TOOL=
PYTHON=
if [ -n "$TOOL" ]; then
  # The Python that LitGPT runs in stands in its first line.
  PYTHON=$(sed -n '1s/^#! *\(.*python[^ ]*\)$/\1/p' "$TOOL" 2>/dev/null) || PYTHON=
  [ -x "$PYTHON" ] || PYTHON=$(dirname -- "$TOOL")/python
  say "litgpt: $TOOL"
else
  say 'litgpt: not installed; a run puts it into .venv'
fi

# The hardware, and what there is to know of a model that is here.
if [ -n "$LOCAL" ]; then
  CHECKPOINT=$MODEL
else
  CHECKPOINT=checkpoints/$MODEL
fi
GPUS=0
HALF=fp16
STATE=-
MEASURED=-
look() {
  LOOK='${lookPy}'
  FOUND=$("$PYTHON" -c "$LOOK" "$CHECKPOINT" "$METHOD" 2>/dev/null) || FOUND='0 fp16 - -'
  # shellcheck disable=SC2086
  set -- $FOUND
  GPUS=$1
  HALF=$2
  STATE=$3
  MEASURED=$4
}
[ -z "$TOOL" ] || look
if [ "$GPUS" -eq 0 ]; then
  say 'hardware: no CUDA graphics card, so this computes slowly, with 32 bits'
  [ "$METHOD" != qlora ] || fail 'qlora needs an NVIDIA graphics card; take METHOD=lora'
  [ "$DEVICES" -eq 1 ] || say "DEVICES=$DEVICES becomes 1"
  DEVICES=1
  WORKERS=0
  [ -n "$PRECISION" ] || PRECISION=32-true
  # Compiling for the processor asks for a C++ compiler, which many computers lack.
  [ -n "$TORCH_COMPILE_DISABLE" ] || TORCH_COMPILE_DISABLE=1
  [ -n "$PYTORCH_ENABLE_MPS_FALLBACK" ] || PYTORCH_ENABLE_MPS_FALLBACK=1
  export TORCH_COMPILE_DISABLE PYTORCH_ENABLE_MPS_FALLBACK
else
  say "hardware: $GPUS graphics card(s)"
  [ "$DEVICES" -le "$GPUS" ] || fail "DEVICES=$DEVICES, but this machine has $GPUS graphics card(s)"
  WORKERS=4
  if [ -z "$PRECISION" ]; then
    case "$HALF-$METHOD" in
      bf16-*) PRECISION=bf16-true ;;
      *-qlora) PRECISION=16-true ;;
      *) PRECISION=16-mixed ;;
    esac
  fi
fi
if [ "$METHOD" = qlora ] && [ $((DEVICES * NODES)) -gt 1 ]; then
  fail 'qlora runs on one graphics card only: DEVICES=1 NODES=1'
fi
[ -n "$NODE_RANK" ] || NODE_RANK=$SLURM_PROCID
if [ "$NODES" -gt 1 ] && [ -z "$SLURM_JOB_ID" ] && [ -z "$CHECK" ]; then
  if [ -z "$MASTER_ADDR" ] || [ -z "$MASTER_PORT" ] || [ -z "$NODE_RANK" ]; then
    fail 'with NODES above 1 set MASTER_ADDR and MASTER_PORT (the first machine) and NODE_RANK (0, 1, ...) on each'
  fi
fi

# The model.
if [ -z "$LOCAL" ]; then
  case "$MODEL" in
    /* | */*/* | .*) fail "there is no folder $MODEL" ;;
    */*) ;;
    *) fail "MODEL=$MODEL is neither a folder nor a name on the hub like maker/model" ;;
  esac
  if [ ! -s "$CHECKPOINT/lit_model.pth" ] && [ -z "$CHECK" ]; then
    litgpt download "$MODEL" ||
      fail "$MODEL could not be had. Is the name right and the network there? Some models ask for consent: accept the licence on the page of the model and set HF_TOKEN."
    # For a name that it does not know LitGPT only prints a remark, and ends well.
    [ -s "$CHECKPOINT/lit_model.pth" ] ||
      fail "LitGPT does not know the model $MODEL. Take a name that this prints: litgpt download list"
    look
  fi
fi
BLOCK=
if [ -s "$CHECKPOINT/model_config.yaml" ]; then
  BLOCK=$(sed -n 's/^block_size: *\([0-9][0-9]*\).*/\1/p' "$CHECKPOINT/model_config.yaml")
fi
if [ -n "$BLOCK" ] || [ -n "$LOCAL" ]; then
  for file in lit_model.pth model_config.yaml tokenizer_config.json; do
    [ -s "$CHECKPOINT/$file" ] || fail "$CHECKPOINT lacks $file, so it is no whole LitGPT checkpoint"
  done
fi
# A checkpoint as full training and pretraining leave it makes LoRA fail at its very end.
[ "$STATE" != raw ] ||
  fail "convert this checkpoint first: litgpt convert_pretrained_checkpoint '$CHECKPOINT' '$CHECKPOINT-converted'"

# The numbers, as LitGPT counts: see the README of the dataset.
WORLD=$((DEVICES * NODES))
if [ "$METHOD" = pretrain ]; then
  LENGTH=$TEXT_LENGTH
  MICRO=$TEXT_MICRO
  GLOBAL=$TEXT_GLOBAL
fi
# The estimate above is of another tokenizer, and LitGPT cuts off in silence what is longer.
case "$MEASURED" in
  '' | *[!0-9]*) ;;
  *)
    say "length: the longest record has $MEASURED tokens of this model, its prompt included"
    LONGEST=$MEASURED
    LENGTH=$(((MEASURED + 63) / 64 * 64))
    ;;
esac
if [ -n "$BLOCK" ] && [ "$LENGTH" -gt "$BLOCK" ]; then
  [ "$METHOD" = pretrain ] || [ "$LONGEST" -le "$BLOCK" ] ||
    say "length: this model reads $BLOCK tokens at once and the longest record has about $LONGEST: LitGPT cuts the rest off"
  LENGTH=$BLOCK
fi
if [ "$METHOD" = pretrain ]; then
  ACCUMULATE=$((GLOBAL / (WORLD * MICRO)))
  [ "$ACCUMULATE" -ge 1 ] || ACCUMULATE=1
  GLOBAL=$((ACCUMULATE * MICRO * WORLD))
  MAX_TOKENS=$((EPOCHS * TEXT_TOKENS))
  LEAST=$((2 * GLOBAL * LENGTH))
  [ "$MAX_TOKENS" -ge "$LEAST" ] || MAX_TOKENS=$LEAST
  STEPS=$((MAX_TOKENS / WORLD / (MICRO * LENGTH) / ACCUMULATE))
  if [ -n "$MAX_STEPS" ] && [ "$MAX_STEPS" -lt "$STEPS" ]; then
    STEPS=$MAX_STEPS
    MAX_TOKENS=$((STEPS * GLOBAL * LENGTH))
  fi
  # No tokenizer makes more tokens than there are bytes.
  [ "$(wc -c <litgpt/text/val/val.txt)" -ge $((MICRO * (LENGTH + 1))) ] ||
    fail "litgpt/text/val/val.txt is too short to check with: LitGPT needs $((MICRO * (LENGTH + 1))) tokens. Put more into the dataset, or take METHOD=lora"
else
  MICRO=$((2048 / LENGTH))
  [ "$MICRO" -ge 1 ] || MICRO=1
  [ "$MICRO" -le 4 ] || MICRO=4
  [ "$MICRO" -le "$GLOBAL" ] || MICRO=$GLOBAL
  EACH=$(((ITEMS + WORLD - 1) / WORLD))
  [ "$MICRO" -le "$EACH" ] || MICRO=$EACH
  BATCHES=$(((EACH + MICRO - 1) / MICRO))
  ACCUMULATE=$((GLOBAL / (WORLD * MICRO)))
  [ "$ACCUMULATE" -ge 1 ] || ACCUMULATE=1
  [ $((EPOCHS * (BATCHES / ACCUMULATE))) -ge 2 ] || ACCUMULATE=1
  if [ $((EPOCHS * BATCHES)) -lt 2 ]; then
    EPOCHS=2
    say 'EPOCHS becomes 2: fewer would give no training step'
  fi
  STEPS=$((EPOCHS * (BATCHES / ACCUMULATE)))
  [ -z "$MAX_STEPS" ] || [ "$MAX_STEPS" -ge "$STEPS" ] || STEPS=$MAX_STEPS
  GLOBAL=$((ACCUMULATE * MICRO * WORLD))
fi
WARMUP=$((STEPS / 10))
[ "$WARMUP" -ge 1 ] || WARMUP=1
[ "$WARMUP" -le 100 ] || WARMUP=100
case "$METHOD" in
  full) USUAL=@RATE_FULL@ ;;
  pretrain) USUAL=@RATE_PRETRAIN@ ;;
  *) USUAL=@RATE_LORA@ ;;
esac
[ -n "$RATE" ] || RATE=$USUAL
case "$RATE" in
  *[!0-9.e-]* | *[!0-9]) fail "RATE is a number such as $USUAL, not '$RATE'" ;;
esac
say "plan: $STEPS steps of $GLOBAL records ($MICRO at once), $WARMUP to warm up, at most $LENGTH tokens each"

# A fresh folder: LoRA into an old one keeps the old model.
LAST=
RUN=$OUT/$METHOD
COUNT=1
while [ -e "$RUN" ]; do
  LAST=$RUN
  COUNT=$((COUNT + 1))
  RUN=$OUT/$METHOD-$COUNT
done
if [ -n "$RESUME" ]; then
  case "$METHOD" in
    lora | qlora) fail "LitGPT cannot go on with a stopped $METHOD run. Start afresh: sh train.sh" ;;
  esac
  [ -n "$LAST" ] || fail "there is no run in $OUT to go on with. Start one: sh train.sh"
  [ ! -e "$LAST/final" ] || fail "the last run, $LAST, came to its end. Start afresh: sh train.sh"
  ls "$LAST"/step-*/lit_model.pth >/dev/null 2>&1 ||
    fail "$LAST was stopped before its first checkpoint, so there is nothing to go on with. Start afresh: sh train.sh"
  RUN=$LAST
  say "going on with $RUN"
fi
# So often that little is lost when a long run stops, so seldom that disks do not fill.
SAVE=$((STEPS / 3))
[ "$SAVE" -ge 10 ] || SAVE=10

set -- --config "$RUN/config.yaml" --out_dir "$RUN" --precision "$PRECISION" \
  --devices "$DEVICES" --num_nodes "$NODES" --train.global_batch_size "$GLOBAL" \
  --train.micro_batch_size "$MICRO" --train.lr_warmup_steps "$WARMUP" \
  --train.max_seq_length "$LENGTH" --train.save_interval "$SAVE"
# On several devices the sample that LitGPT prints at the end never ends: too long, it is left out.
[ "$WORLD" -eq 1 ] || [ "$METHOD" = pretrain ] || set -- "$@" --eval.max_new_tokens 1000000
[ -z "$RESUME" ] || set -- "$@" --resume true
[ "$METHOD" = pretrain ] || [ -z "$MAX_STEPS" ] || set -- "$@" --train.max_steps "$STEPS"
case "$METHOD" in
  pretrain)
    NAME=$(sed -n 's/^name: *//p' "$CHECKPOINT/model_config.yaml" 2>/dev/null) || NAME=
    [ -n "$NAME" ] || NAME=$(basename -- "$CHECKPOINT")
    set -- pretrain "$NAME" "$@" --train.max_tokens "$MAX_TOKENS" \
      --tokenizer_dir "$CHECKPOINT"
    [ -n "$RESUME" ] || set -- "$@" --initial_checkpoint_dir "$CHECKPOINT"
    ;;
  full)
    set -- finetune_full "$CHECKPOINT" "$@" --train.epochs "$EPOCHS" --data.num_workers "$WORKERS"
    ;;
  *)
    set -- finetune_lora "$CHECKPOINT" "$@" --train.epochs "$EPOCHS" --data.num_workers "$WORKERS"
    [ "$METHOD" != qlora ] || set -- "$@" --quantize bnb.nf4
    ;;
esac
if [ -n "$CHECK" ]; then
  [ -s "$CHECKPOINT/lit_model.pth" ] || say "would run: litgpt download $MODEL"
  say "would run: litgpt $*"
  exit 0
fi

mkdir -p "$RUN" || fail "no folder for the result can be made in $OUT. Set OUT to a place of your own."
rm -f "$RUN/exit-code"
# What depends on the method or the model and has no flag goes into this run's own configuration.
sed "s/^\( *lr:\).*/\1 $RATE/" "$CONFIG" >"$RUN/config.yaml"
if [ "$METHOD" = pretrain ]; then
  printf 'model_config:\n' >>"$RUN/config.yaml"
  sed 's/^/  /' "$CHECKPOINT/model_config.yaml" >>"$RUN/config.yaml"
  # LitGPT keeps the tokens of the text it saw last, even when the text has changed.
  case "$NODE_RANK" in '' | 0) rm -rf litgpt/text/train/train litgpt/text/val/val ;; esac
fi
PYTHONUNBUFFERED=1
PYTHONUTF8=1
export PYTHONUNBUFFERED PYTHONUTF8
say "running: litgpt $*"
LOG=$RUN/train.log
{ litgpt "$@" 2>&1 || printf '%s' "$?" >"$RUN/exit-code"; } | tee "$LOG"

# Exit 0 does not mean trained.
if [ -s "$RUN/exit-code" ]; then
  if grep -q -i 'out of memory' "$LOG"; then
    fail 'not trained: out of memory. Take a smaller MODEL, or METHOD=lora, or qlora on an NVIDIA card.'
  fi
  fail "not trained: LitGPT ended with code $(cat "$RUN/exit-code"). Its last lines above say why; all of them are in $LOG."
fi
if [ -n "$NODE_RANK" ] && [ "$NODE_RANK" != 0 ]; then
  say 'done here; the first machine has the result'
  exit 0
fi
DONE=$(sed -n 's/.*| iter [0-9]* step \([0-9]*\) |.*/\1/p' "$LOG" | tail -n 1)
[ -n "$DONE" ] || DONE=0
[ "$DONE" -gt 0 ] || fail "not trained: no step was made. See $LOG."
[ -s "$RUN/final/lit_model.pth" ] || fail "not trained: $RUN/final/lit_model.pth was not written. See $LOG."
RESULT=$RUN/final
if [ "$METHOD" = pretrain ]; then
  litgpt convert_pretrained_checkpoint "$RUN/final" "$RUN/converted" ||
    fail "trained, but $RUN/final could not be converted"
  RESULT=$RUN/converted
fi
say ''
say "trained: $DONE steps. The model is in $RESULT"
say "ask it:   $ASK generate '$RESULT' --prompt 'Your question'"
say "or talk:  $ASK chat '$RESULT'"
# For other programs. The model is trained whatever comes of this.
LAY_OUT='${huggingFacePy}'
"$PYTHON" -c "$LAY_OUT" "$RESULT" "$RUN/hugging-face" >"$RUN/hugging-face.log" 2>&1 || true
if [ -s "$RUN/hugging-face/model.safetensors" ]; then
  say "for other programs, such as transformers, vLLM or llama.cpp: $RUN/hugging-face"
  FROM=./hugging-face
  if [ "$LLAMA_CPP" = pip ]; then
    LLAMA_CPP=$HERE/.llama.cpp
    if [ ! -e "$LLAMA_CPP" ]; then
      say "fetching llama.cpp's converter from PyPI"
      FETCH='${converterPy}'
      "$PYTHON" -c "$FETCH" "$LLAMA_CPP" >"$RUN/gguf.log" 2>&1 || LLAMA_CPP=
    fi
    [ -n "$LLAMA_CPP" ] || say "the converter could not be fetched; $RUN/gguf.log says why"
  fi
  if [ -n "$LLAMA_CPP" ]; then
    "$PYTHON" "$LLAMA_CPP/convert_hf_to_gguf.py" "$RUN/hugging-face" --outfile "$RUN/model.gguf" >"$RUN/gguf.log" 2>&1 || true
    if [ -s "$RUN/model.gguf" ]; then
      FROM=./model.gguf
      say "as one file: $RUN/model.gguf"
    else
      say "a GGUF file could not be made; $RUN/gguf.log says why"
    fi
  fi
  printf 'FROM %s\n' "$FROM" >"$RUN/Modelfile"
  if [ "$METHOD" = pretrain ]; then
    printf 'TEMPLATE """{{ .Prompt }}"""\n' >>"$RUN/Modelfile"
  else
    cat Modelfile >>"$RUN/Modelfile"
  fi
  say "in Ollama: ollama create my-model -f '$RUN/Modelfile'"
else
  say "a folder for other programs could not be made; $RUN/hugging-face.log says why"
fi
if [ -s evaluate.py ]; then
  case "$CHECKPOINT" in
    /*) BASE=$CHECKPOINT ;;
    *) BASE=$HERE/$CHECKPOINT ;;
  esac
  say "how well it knows your cards: '$PYTHON' '$HERE/evaluate.py' --base '$BASE' --trained '$RESULT'"
fi
`
