"""What the kernel tells of a process: memory, processor time, sockets, and what waits in them."""
import os
import pathlib
import re


def pss_kb(pid, part="Pss"):
    """Its share of the memory; `Pss_Anon`: without the pages of files, which come and go as the kernel likes."""
    text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(rf"^{part}:\s+(\d+)", text, re.MULTILINE).group(1))


def cpu_ms(pid):
    """What all its threads have used of the processors."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def socket_count(pid):
    """Sockets it holds, also those whose other end has gone."""
    folder = f"/proc/{pid}/fd"
    count = 0
    for name in os.listdir(folder):
        try:
            count += os.readlink(f"{folder}/{name}").startswith("socket:")
        except FileNotFoundError:
            pass  # closed between the two looks
    return count


def waiting_bytes(port, but=()):
    """What a server at this port of ours has written and nobody has taken yet; `but`: ports of readers left out."""
    waiting = 0
    with open("/proc/net/tcp", encoding="ascii") as table:
        next(table)
        for line in table:
            _, own, other, _, queues, *_ = line.split()
            if int(own.partition(":")[2], 16) == port and int(other.partition(":")[2], 16) not in but:
                waiting += int(queues.partition(":")[0], 16)
    return waiting


def share(values, part):
    """The value that this part of all does not exceed: 0.99 is p99."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]
