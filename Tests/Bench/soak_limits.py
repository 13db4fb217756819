"""What a soak has found, and which limits that breaks."""
import dataclasses

# Below this the allocator is still filling, and nothing is said about memory.
JUDGED_MINUTES = 10
GROWTH_SHARE, GROWTH_KB = 0.10, 4_096
WAITING_BYTES = 65_536


@dataclasses.dataclass
class Tenth:
    """A tenth of the soak, or its start. Sockets beyond those that are open may be of readers that went a moment ago."""

    seconds: float
    memory_kb: int
    streams: int
    sockets_beyond: int
    gone_lately: int
    waiting_bytes: int
    acts: int
    act_ms: float


@dataclasses.dataclass
class Found:
    minutes: float
    tenths: list
    done: dict
    acknowledged: int
    kept: int
    refused: list
    wrong_screens: int
    sockets_left: int


def broken(found):
    """A sentence for each limit that was broken."""
    sentences = []
    if found.acknowledged != found.kept:
        sentences.append(f"{found.acknowledged} acts were acknowledged, but the journal holds {found.kept}")
    if not found.acknowledged:
        sentences.append("no act was acknowledged")
    if found.refused:
        sentences.append(f"{len(found.refused)} requests were refused, the first: {found.refused[0]}")
    if found.wrong_screens:
        sentences.append(f"{found.wrong_screens} screens showed other counts in the end than the tally")
    if found.sockets_left > 0:
        sentences.append(f"{found.sockets_left} sockets stayed open after everybody had gone")
    for number, tenth in enumerate(found.tenths):
        if tenth.sockets_beyond > tenth.gone_lately:
            sentences.append(
                f"tenth {number}: {tenth.sockets_beyond} sockets more than open pages, of which {tenth.gone_lately} went lately")
        if tenth.waiting_bytes > WAITING_BYTES:
            sentences.append(f"tenth {number}: {tenth.waiting_bytes} bytes waited for readers that read")
    if found.minutes >= JUDGED_MINUTES:
        warm, last = found.tenths[2].memory_kb, found.tenths[-1].memory_kb
        most = warm * (1 + GROWTH_SHARE) + GROWTH_KB
        if last > most:
            sentences.append(f"memory grew from {warm} kB to {last} kB, more than to {most:.0f} kB")
    return sentences
