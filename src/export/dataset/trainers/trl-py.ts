/** The program trl/train.py, with `@SETTINGS@` for what the dataset decides, as JSON. */
export const trlPy = String.raw`"""Trains a language model on this dataset with TRL.

    pip install "trl==1.16.0" "peft==0.21.2"
    python trl/train.py

Choices, for one run, stand in the environment: METHOD=full EPOCHS=10 python trl/train.py
    MODEL      a name on the Hugging Face hub, or the folder of a model
    METHOD     lora, full or qlora (an NVIDIA card, and: pip install bitsandbytes)
    EPOCHS     times that every record is read
    MAX_STEPS  stop after so many steps, to try it out
    RATE       highest learning rate
    OUT        folder of the results; every run makes a new one in it
"""

import json
import os
import sys
from pathlib import Path

import torch
from datasets import Dataset
from peft import LoraConfig, PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig
from trl import SFTConfig, SFTTrainer

HERE = Path(__file__).resolve().parent.parent
# Of this dataset. The length is measured with the tokenizer of the model.
SETTINGS = json.loads(r'''@SETTINGS@''')


def choice(name):
    return os.environ.get(name) or SETTINGS[name]


def number(name, kind):
    try:
        value = kind(choice(name))
    except ValueError:
        value = 0
    if value <= 0:
        sys.exit(f"{name} is a number above 0, not {choice(name)!r}")
    return value


def read(path):
    if not path.exists():
        sys.exit(f"{path} is missing. Unzip the whole dataset again.")
    with open(path, encoding="utf-8", newline="\n") as lines:
        return Dataset.from_list([json.loads(line) for line in lines])


def fresh_folder(method):
    top = Path(os.environ.get("OUT") or HERE / "out")
    count, folder = 1, top / f"trl-{method}"
    while folder.exists():
        count += 1
        folder = top / f"trl-{method}-{count}"
    return folder


def longest(tokenizer, *sets):
    ids = lambda row: tokenizer(row["prompt"] + row["completion"]).input_ids
    return max(len(ids(row)) + 1 for data in sets for row in data)


def main():
    name, method = choice("MODEL"), choice("METHOD")
    if method not in ("lora", "full", "qlora"):
        sys.exit(f"METHOD={method} is none of lora, full, qlora")
    train, validation = read(HERE / "prompt/train.jsonl"), read(HERE / "prompt/validation.jsonl")
    gpu = torch.cuda.is_available()
    if method == "qlora" and not gpu:
        sys.exit("qlora needs an NVIDIA graphics card; take METHOD=lora")
    half = gpu and torch.cuda.is_bf16_supported()
    small = torch.bfloat16 if half else torch.float32

    tokenizer = AutoTokenizer.from_pretrained(name)
    extra = {}
    if method == "qlora":
        extra["quantization_config"] = BitsAndBytesConfig(
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=small
        )
    # All weights learn in 32 bits: steps of this size vanish in fewer.
    dtype = torch.float32 if method == "full" else small
    model = AutoModelForCausalLM.from_pretrained(name, dtype=dtype, **extra)

    measured = longest(tokenizer, train, validation)
    limit = getattr(model.config, "max_position_embeddings", None) or measured
    length = min(measured, limit)
    print(f"length: the longest record has {measured} tokens; at most {length} are read")

    folder = fresh_folder(method)
    arguments = SFTConfig(
        output_dir=str(folder / "checkpoints"),
        max_length=length,
        num_train_epochs=number("EPOCHS", int),
        max_steps=number("MAX_STEPS", int) if os.environ.get("MAX_STEPS") else -1,
        learning_rate=number("RATE", float),
        per_device_train_batch_size=SETTINGS["MICRO"],
        per_device_eval_batch_size=SETTINGS["MICRO"],
        gradient_accumulation_steps=SETTINGS["GATHER"],
        warmup_steps=SETTINGS["WARMUP"],
        lr_scheduler_type="cosine",
        weight_decay=0.01,
        bf16=half,
        fp16=gpu and not half,
        gradient_checkpointing=gpu,
        completion_only_loss=True,
        packing=False,
        eval_strategy="epoch",
        save_strategy="no",
        logging_steps=1,
        report_to="none",
        seed=1337,
    )
    lora = LoraConfig(
        r=SETTINGS["RANK"],
        lora_alpha=SETTINGS["ALPHA"],
        lora_dropout=SETTINGS["DROPOUT"],
        target_modules="all-linear",
        task_type="CAUSAL_LM",
    )
    trainer = SFTTrainer(
        model=model,
        args=arguments,
        train_dataset=train,
        eval_dataset=validation,
        processing_class=tokenizer,
        peft_config=None if method == "full" else lora,
    )
    trainer.train()
    if trainer.state.global_step == 0:
        sys.exit("not trained: no step was made")

    result = folder / "model"
    if method == "full":
        trainer.save_model(str(result))
    else:
        trainer.save_model(str(folder / "adapter"))
        # One model of both, which other programs read.
        base = AutoModelForCausalLM.from_pretrained(name, dtype=small)
        merged = PeftModel.from_pretrained(base, str(folder / "adapter")).merge_and_unload()
        merged.save_pretrained(str(result))
    tokenizer.save_pretrained(str(result))
    print(f"trained: {trainer.state.global_step} steps. The model is in {result}")


if __name__ == "__main__":
    main()
`
