package industry

import (
	"cmp"
	"slices"
	"strings"

	"erba/kernel"
)

// Named is a word that somebody has matched with an industry.
type Named struct {
	Word     string    `json:"word"              db:"word"`
	Industry kernel.ID `json:"industry,omitzero" db:"industry_id"`
}

// Dictionary is all industries, and by which words they are found.
type Dictionary struct {
	all []Industry
	at  map[string]int // by what accounts call them
}

// Unclassified is the place of a word that belongs to no industry.
const Unclassified = -1

// dictionaryOf lets a word that somebody has matched count before codes and names.
func dictionaryOf(all []Industry, words []Named) *Dictionary {
	d := &Dictionary{all, map[string]int{}}
	places := map[kernel.ID]int{}
	for i, one := range all {
		places[one.ID] = i
		for _, word := range []string{one.Code, one.Name, one.English} {
			d.at[folded(word)] = i
		}
	}
	for _, w := range words {
		d.at[w.Word] = places[w.Industry]
	}
	return d
}

// folded is a word the way it is compared.
func folded(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), " ")) }

// Of is the place of the industry that a word names, or Unclassified.
func (d *Dictionary) Of(word string) int {
	if at, ok := d.at[folded(word)]; ok {
		return at
	}
	return Unclassified
}

// Word is what some accounts call their industry, and what that was taken for.
type Word struct {
	Word     string    `json:"word"              doc:"As accounts have it; empty: nothing is said"`
	Accounts int       `json:"accounts"`
	Industry kernel.ID `json:"industry,omitzero" doc:"Absent: nobody has matched it yet"`
	Matched  bool      `json:"matched"           doc:"By somebody, not by its name alone"`
}

// Words are all that accounts call their industries, those that belong to none
// first, the most frequent first.
type Words struct {
	Scope        string `json:"scope" enum:"all,own" doc:"own: of the accounts that the viewer sees"`
	Unclassified int    `json:"unclassified" doc:"Accounts whose word belongs to no industry"`
	Words        []Word `json:"words"`
}

// said lists words by how many accounts have them.
func (d *Dictionary) said(count map[string]int, matched []Named) (w Words) {
	w.Words = []Word{}
	byHand := map[string]bool{}
	for _, n := range matched {
		byHand[n.Word] = true
	}
	for text, n := range count {
		word := Word{Word: text, Accounts: n, Matched: byHand[folded(text)]}
		if at := d.Of(text); at >= 0 {
			word.Industry = d.all[at].ID
		} else {
			w.Unclassified += n
		}
		w.Words = append(w.Words, word)
	}
	slices.SortFunc(w.Words, func(a, b Word) int {
		return cmp.Or(cmp.Compare(known(a), known(b)), cmp.Compare(b.Accounts, a.Accounts), cmp.Compare(a.Word, b.Word))
	})
	return w
}

func known(w Word) int {
	if w.Industry.IsZero() {
		return 0
	}
	return 1
}
