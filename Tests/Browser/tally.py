"""What the counts have to be, kept beside the program: who wishes what, which hands went up, who sits where."""
import collections


class Tally:
    def __init__(self):
        self.wishes = collections.defaultdict(set)
        self.hands = collections.Counter()
        self.hosts = {}
        self.until = {}
        self.going = collections.defaultdict(dict)
        self.merged = {}

    def propose(self, title, *hosts, until=None):
        self.hosts[title] = set(hosts)
        if until:
            self.until[title] = until

    def merge(self, title, into):
        self.merged[title] = into

    def unmerge(self, title):
        del self.merged[title]

    def hosts_of(self, title):
        return self.hosts[title].union(*(self.hosts[t] for t, into in self.merged.items() if into == title))

    @property
    def titles(self):
        return [title for title in self.hosts if title not in self.merged]

    def counted(self, person):
        return {self.merged.get(title, title) for title in self.wishes[person]}

    def voices(self, title):
        return sum(title in self.counted(person) for person in list(self.wishes))

    @property
    def voter_count(self):
        return sum(bool(wanted) for wanted in self.wishes.values())

    @property
    def wish_count(self):
        return sum(len(self.counted(person)) for person in list(self.wishes))

    def attained(self, board):
        """In each slot one wish of each person comes true; sessions take one slot each here."""
        return sum(
            len({board[title][0] for title in self.counted(person) if title in board})
            for person in list(self.wishes))

    def cost(self, board):
        """Wishes that do not come true."""
        return self.wish_count - self.attained(board)

    def missing_seats(self, board, seats, titles):
        """How many people, phones and hands, are beyond the seats of the rooms that these are in."""
        return sum(max(0, self.voices(title) + self.hands[title] - seats[board[title][1]]) for title in titles)

    def parked(self, board):
        return sum(title not in board for person in list(self.wishes) for title in self.counted(person))

    def losers(self, board):
        """How many people lose one, two, three … wishes because they run at the same time."""
        people = collections.Counter()
        for person in list(self.wishes):
            placed = [board[title][0] for title in self.counted(person) if title in board]
            people[len(placed) - len(set(placed))] += 1
        return people

    def go(self, person, slot, title):
        self.going[person][slot] = title

    def heads(self, title):
        return sum(title in choices.values() for choices in self.going.values())


def assert_holds(board, tally, end_of):
    """The hard rules: one session a place, no host in two rooms at once, and nobody after they had to leave."""
    assert len(set(board.values())) == len(board), f"two sessions in one place: {board}"
    for slot in {start for start, _ in board.values()}:
        hosts = [host for title, (start, _) in board.items() if start == slot for host in tally.hosts_of(title)]
        assert len(hosts) == len(set(hosts)), f"somebody hosts twice at {slot}: {hosts}"
    for title, (start, _) in board.items():
        if title in tally.until:
            assert end_of(start) <= tally.until[title], f"{title} at {start}, but the host leaves at {tally.until[title]}"
