import { gathered, LORA, type Trainer, type TrainerRun } from './trainer.ts'

/** A notebook for a free graphics card: it takes the zip, trains with Unsloth, and gives a GGUF file back. */
export const unsloth: Trainer = {
  files: (run) => [{ path: 'unsloth/train.ipynb', text: [notebook(run)] }],
  how: () =>
    'open `unsloth/train.ipynb` on a machine with a graphics card, such as a free notebook in the cloud, and upload this zip there. Your text leaves your machine then.'
}

type Cell = ['markdown' | 'code', string]

function notebook(run: TrainerRun): string {
  const cells: Cell[] = [
    ['markdown', INTRODUCTION],
    ['code', '%pip install -q unsloth'],
    ['code', UNZIP],
    ['code', choices(run)],
    ['code', LOAD],
    ['code', TRAIN],
    ['markdown', '## Ask it'],
    ['code', ASK],
    ['markdown', '## Take it home\n\nA GGUF file, which Ollama and llama.cpp read.'],
    ['code', SAVE]
  ]
  const written = cells.map(([cell_type, text], at) => ({
    cell_type,
    id: `cell-${String(at + 1)}`,
    metadata: {},
    source: text.split(/(?<=\n)/),
    ...(cell_type === 'code' ? { execution_count: null, outputs: [] } : {})
  }))
  const metadata = {
    accelerator: 'GPU',
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' }
  }
  return (
    JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1) + '\n'
  )
}

/** The numbers of this dataset; the name of a model holds nothing that ends a string of Python. */
function choices({ plan, method }: TrainerRun): string {
  const { numbers, choice } = plan
  return [
    '# Of this dataset. Another model: its name on the Hugging Face hub.',
    `MODEL = ${JSON.stringify(choice.model)}`,
    `METHOD = ${JSON.stringify(method)}  # lora, qlora or full`,
    `LENGTH = ${String(numbers.maxSeqLength)}  # tokens of the longest record`,
    `EPOCHS = ${String(numbers.epochs)}`,
    `RATE = ${String(numbers.learningRate)}`,
    `MICRO, GATHER, WARMUP = ${String(numbers.microBatch)}, ${String(gathered(plan))}, ${String(numbers.warmup)}`,
    `RANK, ALPHA, DROPOUT = ${String(LORA.rank)}, ${String(LORA.alpha)}, ${String(LORA.dropout)}`
  ].join('\n')
}

const INTRODUCTION = `# Train a model with Unsloth

1. Choose a runtime with a graphics card.
2. Upload the zip of the dataset beside this notebook.
3. Run all cells.

What you upload leaves your machine.`

const UNZIP = `import json, zipfile
from pathlib import Path

zips = sorted(Path(".").glob("*-dataset*.zip"))
if not Path("dataset").exists():
    if not zips:
        raise SystemExit("Upload the zip of the dataset beside this notebook, then run this cell again.")
    zipfile.ZipFile(zips[-1]).extractall("dataset")
folder = next(Path("dataset").rglob("prompt/train.jsonl")).parent`

const LOAD = `from unsloth import FastLanguageModel, is_bfloat16_supported
from datasets import Dataset

model, tokenizer = FastLanguageModel.from_pretrained(
    MODEL,
    max_seq_length=LENGTH,
    load_in_4bit=METHOD == "qlora",
    full_finetuning=METHOD == "full",
)
if METHOD != "full":
    model = FastLanguageModel.get_peft_model(
        model,
        r=RANK,
        lora_alpha=ALPHA,
        lora_dropout=DROPOUT,
        target_modules=["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"],
        use_gradient_checkpointing="unsloth",
        random_state=1337,
    )


def read(name):
    with open(folder / name, encoding="utf-8", newline="\\n") as lines:
        return Dataset.from_list([json.loads(line) for line in lines])


train, validation = read("train.jsonl"), read("validation.jsonl")
longest = max(len(tokenizer(row["prompt"] + row["completion"]).input_ids) + 1 for data in (train, validation) for row in data)
print(f"The longest record has {longest} tokens; {LENGTH} are read.")`

const TRAIN = `from trl import SFTConfig, SFTTrainer

trainer = SFTTrainer(
    model=model,
    processing_class=tokenizer,
    train_dataset=train,
    eval_dataset=validation,
    args=SFTConfig(
        output_dir="out",
        max_length=LENGTH,
        num_train_epochs=EPOCHS,
        learning_rate=RATE,
        per_device_train_batch_size=MICRO,
        per_device_eval_batch_size=MICRO,
        gradient_accumulation_steps=GATHER,
        warmup_steps=WARMUP,
        lr_scheduler_type="cosine",
        weight_decay=0.01,
        bf16=is_bfloat16_supported(),
        fp16=not is_bfloat16_supported(),
        completion_only_loss=True,
        packing=False,
        eval_strategy="epoch",
        save_strategy="no",
        logging_steps=1,
        report_to="none",
        seed=1337,
    ),
)
trainer.train()`

const ASK = `FastLanguageModel.for_inference(model)
row = train[0]
ids = tokenizer(row["prompt"], return_tensors="pt").to(model.device)
made = model.generate(**ids, max_new_tokens=200, do_sample=False)
print(tokenizer.decode(made[0, ids.input_ids.shape[1]:], skip_special_tokens=True))
print("— It should be:", row["completion"])`

const SAVE = `model.save_pretrained_gguf("model", tokenizer, quantization_method="q8_0")`
