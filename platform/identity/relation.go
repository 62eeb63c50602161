package identity

import "strings"

// Relation is how somebody stands to a row; several can be united.
type Relation uint8

// The relations, in the order of their letters.
const (
	Own     Relation = 1 << iota // O: the row is his
	Team                         // T: he is a member of the row's team today, its owner is one, too
	Line                         // S: somebody of his line is, he himself included
	Region                       // R: it lies in one of his regions, and is no key account
	Flagged                      // F: it is flagged for service
	Shared                       // X: somebody shares it with him today
	All                          // A: every row
)

const letters = "OTSRFXA"

// RelationOf reads letters such as OTX; a letter that is none stops the program.
func RelationOf(text string) (r Relation) {
	for _, letter := range text {
		at := strings.IndexRune(letters, letter)
		if at < 0 {
			panic("identity: " + text + " are no letters of relations")
		}
		r |= 1 << at
	}
	return r
}

// String writes the letters.
func (r Relation) String() string {
	var b strings.Builder
	for at, letter := range letters {
		if r&(1<<at) != 0 {
			b.WriteRune(letter)
		}
	}
	return b.String()
}

// covers reports whether the relations open every row that others open: who
// sees what his line works on sees what he works on, and what he owns.
func (r Relation) covers(others Relation) bool { return others&^r.implied() == 0 }

// implied adds the relations that cannot hold without one of these.
func (r Relation) implied() Relation {
	switch {
	case r&All != 0:
		return ^Relation(0)
	case r&Line != 0:
		return r | Team | Own
	case r&Team != 0:
		return r | Own
	}
	return r
}
