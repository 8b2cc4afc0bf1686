/** The program evaluate.py: the same for every dataset; all that it knows it reads from the files beside it. */
export const evaluatePy = String.raw`"""Asks a model the cards of this dataset, before and after training, and says how well it answered.

    python evaluate.py --base checkpoints/MAKER/MODEL --trained out/lora/final
    python evaluate.py --trained http://127.0.0.1:8080/v1             a server of llama.cpp
    python evaluate.py --trained http://127.0.0.1:11434/v1 --model NAME --chat     Ollama

A model is the folder of a LitGPT checkpoint (run this in LitGPT's Python then), or the address of a server on
this machine that speaks as OpenAI's does. All cards to check with are asked, and some of those to learn from.
Writes report.html for you, and report.json for programs.
"""

import argparse
import html
import ipaddress
import json
import math
import re
import sys
import unicodedata
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
SIDES = {"validation": "val", "train": "train"}


def fail(message):
    sys.exit(f"evaluate.py: {message}")


def read_lines(path):
    if not path.exists():
        fail(f"{path} is missing. Unzip the whole dataset again.")
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


def read_cards(sample):
    """Each card once, in its first wording: all to check with, and as many as wanted of those to learn from."""
    items = {}
    for split in SIDES:
        path = HERE / f"items/qa-{split}.jsonl"
        if path.exists():
            items.update((item["id"], item) for item in read_lines(path))
    cards = []
    for split, short in SIDES.items():
        sources = read_lines(HERE / f"litgpt/{short}.sources.jsonl")
        prompts = read_lines(HERE / f"prompt/{split}.jsonl")
        records = json.loads((HERE / f"litgpt/{short}.json").read_text(encoding="utf-8"))
        found = {}
        for source, row, record in zip(sources, prompts, records):
            item = items.get(source["id"])
            if item is None or source["id"] in found:
                continue
            extra = record["input"] and ("\n\n### Input:\n" if "### Input:\n" in row["prompt"] else "\n\n")
            found[source["id"]] = {
                "guid": item["guid"],
                "split": split,
                "question": item["question"],
                "reference": row["completion"],
                "prompt": row["prompt"],
                "message": record["instruction"] + extra + record["input"],
            }
        chosen = list(found.values())
        if split == "train" and len(chosen) > sample:
            chosen = [chosen[at * len(chosen) // sample] for at in range(sample)]
        cards += chosen
    if not cards:
        fail("this dataset holds no card, so there is nothing to ask.")
    return cards


class LitGpt:
    """A LitGPT checkpoint: answers with the likeliest word each time, and tells how well it foresees a text."""

    def __init__(self, folder):
        try:
            import torch
            from litgpt.config import Config
            from litgpt.model import GPT
            from litgpt.tokenizer import Tokenizer
        except ImportError:
            fail("LitGPT is not installed in this Python. train.sh ends by saying which one has it.")
        for name in ("lit_model.pth", "model_config.yaml"):
            if not (folder / name).exists():
                fail(f"{folder} lacks {name}, so it is no LitGPT checkpoint.")
        self.torch = torch
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        half = self.device.type == "cuda" and torch.cuda.is_bf16_supported()
        self.tokenizer = Tokenizer(folder)
        config = Config.from_file(folder / "model_config.yaml")
        self.room = config.block_size
        weights = torch.load(folder / "lit_model.pth", mmap=True, map_location="cpu", weights_only=True)
        self.model = GPT(config)
        self.model.load_state_dict(weights.get("model", weights))
        self.model.to(device=self.device, dtype=torch.bfloat16 if half else torch.float32).eval()

    def ask(self, card):
        from litgpt.generate.base import generate

        with self.torch.inference_mode():
            prompt = self.tokenizer.encode(card["prompt"], device=self.device)
            reference = self.tokenizer.encode(card["reference"], device=self.device, bos=False)
            most = min(self.room, prompt.size(0) + 2 * reference.size(0) + 32)
            if most <= prompt.size(0):
                return {"answer": "", "perplexity": None}
            self.model.max_seq_length = self.room
            self.model.set_kv_cache(batch_size=1, device=self.device)
            made = generate(
                self.model, prompt, most, top_k=1, eos_id=self.tokenizer.eos_id, include_prompt=False
            )
            self.model.clear_kv_cache()
            made = [int(token) for token in made if int(token) != self.tokenizer.eos_id]
            answer = self.tokenizer.decode(self.torch.tensor(made)) if made else ""
            return {"answer": answer, "perplexity": self.perplexity(prompt, reference)}

    def perplexity(self, prompt, reference):
        whole = self.torch.cat((prompt, reference))
        if whole.size(0) > self.room or reference.size(0) == 0:
            return None
        scores = self.model(whole[:-1].unsqueeze(0))[0, prompt.size(0) - 1 :].float()
        loss = self.torch.nn.functional.cross_entropy(scores, whole[prompt.size(0) :].long())
        # A training that ran off leaves no numbers, and JSON knows none that is not one.
        return math.exp(min(loss.item(), 50)) if math.isfinite(loss.item()) else None


class Server:
    """A server that speaks as OpenAI's does."""

    def __init__(self, address, name, chat):
        host = urlsplit(address).hostname or ""
        try:
            here = ipaddress.ip_address(host).is_loopback
        except ValueError:
            here = host == "localhost"
        if not here:
            fail(f"{address} is not on this machine. Your cards are only sent to an address such as http://127.0.0.1:8080/v1.")
        self.address, self.name, self.chat = address.rstrip("/"), name, chat
        # Ways to hear how likely a text is that somebody else wrote; the one that works is asked on.
        self.ways = [] if chat else [self.surprise_echoed, self.surprise_forced]

    def ask(self, card):
        body = {"max_tokens": 2 * len(card["reference"]) // 3 + 64}
        if self.chat:
            body["messages"] = [{"role": "user", "content": card["message"]}]
        else:
            body["prompt"] = card["prompt"]
        path = "/chat/completions" if self.chat else "/completions"
        try:
            choice = self.choice(path, body)
            answer = choice["message"]["content"] if self.chat else choice["text"]
        except urllib.error.HTTPError as error:
            fail(f"{self.address}{path} answered {error.code}: {error.read(300).decode(errors='replace')}")
        except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
            fail(f"{self.address}{path} gave no answer ({error}). Is the server started, and the address right?")
        return {"answer": answer or "", "perplexity": self.perplexity(card)}

    def perplexity(self, card):
        for way in self.ways:
            try:
                scores = way(card["prompt"], card["reference"])
            except (OSError, ValueError, KeyError, IndexError, TypeError):
                continue
            if scores and all(math.isfinite(score) for score in scores):
                self.ways = [way]
                return math.exp(min(-sum(scores) / len(scores), 50))
        if len(self.ways) > 1:
            self.ways = []
        return None

    def surprise_echoed(self, prompt, reference):
        """As vLLM and others tell it: of a text that they say once more before they go on."""
        body = {"prompt": prompt + reference, "echo": True, "logprobs": 1, "max_tokens": 1}
        choice = self.choice("/completions", body)
        if not choice["text"].startswith(prompt + reference):
            return []
        told = choice["logprobs"]
        begin, end = len(prompt), len(prompt) + len(reference)
        return [score for at, score in zip(told["text_offset"], told["token_logprobs"]) if begin <= at < end]

    def surprise_forced(self, prompt, reference):
        """As llama.cpp tells it: of each token that it is made to say, how likely it would have been."""
        known = self.tokens(prompt, True)
        scores = []
        for token in self.tokens(reference, False):
            body = {"prompt": known, "logit_bias": [[token, 1000]], "logprobs": 1, "max_tokens": 1}
            told = self.choice("/completions", body)["logprobs"]["content"][0]
            if told["id"] != token:
                return []
            scores.append(told["logprob"])
            known = known + [token]
        return scores

    def tokens(self, text, begins):
        root = self.address.removesuffix("/v1")
        return self.post(root + "/tokenize", {"content": text, "add_special": begins})["tokens"]

    def choice(self, path, body):
        return self.post(self.address + path, {"model": self.name, "temperature": 0, **body})["choices"][0]

    def post(self, address, body):
        request = urllib.request.Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
        # Straight to this machine, past any proxy.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=600) as response:
            return json.load(response)


def open_model(place, options):
    if place.startswith(("http://", "https://")):
        return Server(place, options.model, options.chat)
    folder = Path(place)
    if not folder.is_dir():
        fail(f"there is no folder {place}")
    return LitGpt(folder)


def words(text):
    """Words without case and marks; scripts without blanks count letter by letter."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.findall(r"[぀-ヿ㐀-鿿가-힯]|[^\W_぀-ヿ㐀-鿿가-힯]+", text)


def judge(answer, reference):
    said, wanted = words(answer), words(reference)
    if not wanted or not said:
        exact = answer.strip() == reference.strip()
        return {"exact": exact, "f1": float(exact)}
    common = sum((Counter(said) & Counter(wanted)).values())
    return {"exact": said == wanted, "f1": round(2 * common / (len(said) + len(wanted)), 4)}


def ask_all(place, cards, options, who):
    model = open_model(place, options)
    results = []
    for at, card in enumerate(cards, 1):
        print(f"\r{who}: {at} of {len(cards)}", end="", file=sys.stderr, flush=True)
        result = model.ask(card)
        answer = result["answer"].strip()
        results.append({"answer": answer, **judge(answer, card["reference"]), "perplexity": result["perplexity"]})
    print(file=sys.stderr)
    return results


def summary(results):
    known = [math.log(result["perplexity"]) for result in results if result["perplexity"]]
    return {
        "cards": len(results),
        "exact": round(sum(result["exact"] for result in results) / len(results), 4),
        "f1": round(sum(result["f1"] for result in results) / len(results), 4),
        "perplexity": round(math.exp(sum(known) / len(known)), 3) if known else None,
    }


def remarks(report):
    """What has to be known of each model: that it said nothing at all, and why there is no perplexity of it."""
    for who, place in report["models"].items():
        if all(card[who]["answer"].strip() == "" for card in report["cards"]):
            yield f"{place} said nothing to any card. It may have been trained with another prompt style than that of this dataset, or stopped at once: ask it one question by hand."
        sums = report["summary"].values()
        if all(models[who]["perplexity"] is None for models in sums):
            if place.startswith(("http://", "https://")):
                why = "this server does not tell how likely a given answer is. Those of llama.cpp and vLLM do, asked without --chat"
            else:
                why = "no answer has room in the model after its question"
            yield f"No perplexity of {place}: {why}."


def verdict(result):
    return "right" if result["exact"] else "wrong" if result["f1"] < 0.5 else "in part right"


def counts(report, split, who):
    """How many cards of a side a model gets right, in part right and wrong."""
    found = [verdict(card[who]) for card in report["cards"] if card["split"] == split]
    return {kind: found.count(kind) for kind in ("right", "in part right", "wrong")}


PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>%(title)s</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
table { border-collapse: collapse; width: 100%% } td, th { padding: .4rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid #8886 }
td { white-space: pre-wrap; overflow-wrap: anywhere } .right { background: #2a82 } .part { background: #db32 } .wrong { background: #d332 }
</style>
<h1>%(title)s</h1>
<table><thead><tr><th>Cards</th><th>Model</th><th>Asked</th><th>Right</th><th>In part right</th><th>Wrong</th><th>Exact</th><th>Token F1</th><th>Perplexity</th></tr></thead><tbody>%(sums)s</tbody></table>
<p>In part right is an answer with at least half of the words. Exact and F1 count words, without case and marks. Perplexity says how little the reference answer surprised the model: 1 is not at all. %(remarks)s</p>
<h2>Answers, the worst first</h2>
<table><thead><tr><th></th><th>Question</th><th>Answer of the card</th>%(heads)s</tr></thead><tbody>%(rows)s</tbody></table>
"""


def page(report):
    who = [name for name in ("trained", "base") if name in report["models"]]
    number = lambda value: "–" if value is None else f"{value:.3g}"
    sums = "".join(
        f"<tr><td>{'to check with' if split == 'validation' else 'to learn from'}</td><td>{name}</td><td>{one['cards']}</td>"
        f"{''.join(f'<td>{count}</td>' for count in counts(report, split, name).values())}<td>{one['exact']:.0%}</td><td>{one['f1']:.0%}</td><td>{number(one['perplexity'])}</td></tr>"
        for split, models in report["summary"].items()
        for name, one in models.items()
    )

    def cell(result):
        kind = verdict(result)
        mark = f"{kind}, F1 {result['f1']:.0%}, perplexity {number(result['perplexity'])}"
        return f'<td class="{kind}" title="{mark}">{html.escape(result["answer"])}</td>'

    rows = "".join(
        f"<tr><td>{'check' if card['split'] == 'validation' else 'learned'}</td><td>{html.escape(card['question'])}</td>"
        f"<td>{html.escape(card['reference'])}</td>{''.join(cell(card[name]) for name in who)}</tr>"
        for card in report["cards"]
    )
    heads = "".join(f"<th>{name}: {html.escape(report['models'][name])}</th>" for name in who)
    return PAGE % {"title": html.escape(f"What the model answers: {report['project']}"), "sums": sums, "rows": rows, "heads": heads, "remarks": html.escape(" ".join(remarks(report)))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trained", required=True, metavar="MODEL", help="folder or address of the trained model")
    parser.add_argument("--base", metavar="MODEL", help="the same of the model before training")
    parser.add_argument("--sample", type=int, default=50, help="cards asked of those to learn from, at most (50)")
    parser.add_argument("--model", default="model", help="name of the model, for a server that has several")
    parser.add_argument("--chat", action="store_true", help="ask in messages: for Ollama, and models tuned to talk")
    parser.add_argument("--out", default=str(HERE), help="folder of the reports")
    options = parser.parse_args()
    out = Path(options.out)
    if not out.is_dir():
        fail(f"there is no folder {out}")
    cards = read_cards(max(0, options.sample))
    manifest = json.loads((HERE / "manifest.json").read_text(encoding="utf-8"))
    models = {"trained": options.trained, **({"base": options.base} if options.base else {})}
    answers = {who: ask_all(place, cards, options, who) for who, place in models.items()}

    splits = [split for split in SIDES if any(card["split"] == split for card in cards)]
    pick = lambda who, split: [one for one, card in zip(answers[who], cards) if card["split"] == split]
    shown = [
        {
            **{key: card[key] for key in ("guid", "split", "question", "reference")},
            **{who: answers[who][at] for who in models},
        }
        for at, card in enumerate(cards)
    ]
    shown.sort(key=lambda card: (card["trained"]["f1"], -(card["trained"]["perplexity"] or 0)))
    report = {
        "format": "laegna-report",
        "format_version": 1,
        "project": manifest["project"],
        "models": models,
        "summary": {split: {who: summary(pick(who, split)) for who in models} for split in splits},
        "cards": shown,
    }
    (out / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (out / "report.html").write_text(page(report), encoding="utf-8")
    for split, sums in report["summary"].items():
        for who, one in sums.items():
            known = f", perplexity {one['perplexity']:.3g}" if one["perplexity"] is not None else ""
            told = ", ".join(f"{count} {kind}" for kind, count in counts(report, split, who).items())
            print(f"{split}, {who}: {one['cards']} cards: {told}; exact {one['exact']:.0%}, F1 {one['f1']:.0%}{known}")
    for sentence in remarks(report):
        print(sentence)
    print(f"report: {out / 'report.html'}; for programs: {out / 'report.json'}")


if __name__ == "__main__":
    main()
`
