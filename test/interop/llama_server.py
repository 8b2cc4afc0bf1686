"""Serves a model in a GGUF file by llama.cpp, on this machine, until its input ends.

    python llama_server.py MODEL.gguf

Prints its address once it answers.
"""

import sys

import xllamacpp

params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.hostnames = ['127.0.0.1']
params.port = 0
params.n_ctx = 256
params.n_parallel = 1
params.warmup = False
params.cpuparams.n_threads = 1
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()
