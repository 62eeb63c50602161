package privacy

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"erba/platform/db"
)

// Writing is what users write of people who have no record there: with whom they
// spoke, what he said, where a letter went. Whoever asks is told of it as of every
// mention; whoever is forgotten is struck out, since nobody goes back to such texts.
type Writing struct {
	Field
	Texts map[string][]string // columns by table; every table has IDs
}

// Inventory says what is written, what for and how long.
func (w Writing) Inventory() []Field { return []Field{w.Field} }

// Tables are none: mentions are told by who asks.
func (Writing) Tables() []string { return nil }

// Held is nothing beside mentions.
func (Writing) Held(*db.Tx, Person) ([]Section, error) { return nil, nil }

// Erase strikes somebody out.
func (w Writing) Erase(tx *db.Tx, p Person) error {
	terms := p.Terms()
	for _, table := range slices.Sorted(maps.Keys(w.Texts)) {
		found, err := tx.Mentions(table, terms, math.MaxInt32)
		if err != nil {
			return err
		}
		for _, m := range found {
			if !slices.Contains(w.Texts[table], m.Column) {
				continue
			}
			m.Text = struck(m.Text, terms)
			if err := rewrite(tx, table, m); err != nil {
				return err
			}
		}
	}
	return nil
}

// struck is a text in which no more stands of some terms than a label.
func struck(text string, terms []string) string {
	terms = slices.Clone(terms)
	slices.SortFunc(terms, func(a, b string) int { return len(b) - len(a) })
	for i, term := range terms {
		terms[i] = regexp.QuoteMeta(term)
	}
	if len(terms) == 0 {
		return text
	}
	return regexp.MustCompile("(?i)"+strings.Join(terms, "|")).ReplaceAllStringFunc(text, label)
}
