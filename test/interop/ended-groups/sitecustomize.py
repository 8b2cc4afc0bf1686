"""
Ends the groups of processes that nobody has ended, as Python exits. On processors their threads now and then
end the process instead, after all is written (pytorch/pytorch#190489); on graphics cards there are none such.
"""

import atexit
import sys


def end_groups():
    distributed = sys.modules.get("torch.distributed")
    if distributed is not None and distributed.is_available() and distributed.is_initialized():
        distributed.destroy_process_group()


atexit.register(end_groups)
