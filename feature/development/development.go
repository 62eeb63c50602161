// Package development decides how far the relationship with an account has come
// (method M07), what is missing for the next stage, and how far it is worth going:
// by how the customer manages its suppliers (M04), how much of us it takes (M09)
// and where both sides stand on the grid of 25 squares (M11). What people say
// about it are judgements, with an author, a date, evidence and an end.
package development

import (
	"strconv"
	"strings"

	"erba/analysis/null"
	"erba/kernel"
)

// The kinds of judgements.
const (
	Supplier     = "supplier"     // eight attributes of M04
	Involvement  = "involvement"  // six ratings of M09
	Relation     = "relation"     // two coordinates of M11
	Survey       = "survey"       // the stage as the customer sees it
	Target       = "target"       // the stage to head for
	Override     = "stage"        // the stage, whatever the gates say
	Transparency = "transparency" // costs are laid open to each other
)

// sheet is what a kind of judgement consists of.
type sheet struct {
	items, low, high int
	holds            int  // days, unless somebody says otherwise
	ends             bool // once it has expired it counts no more
}

var sheets = map[string]sheet{
	Supplier:     {8, 0, 2, 365, false},
	Involvement:  {6, 1, 5, 365, false},
	Relation:     {2, 1, 5, 180, false},
	Survey:       {1, 1, 5, 365, false},
	Target:       {1, 1, 5, 365, true},
	Override:     {1, 1, 5, 90, true},
	Transparency: {1, 0, 1, 365, true},
}

// Kinds are all of them.
var Kinds = []string{Supplier, Involvement, Relation, Survey, Target, Override, Transparency}

// Judgement is what somebody says of an account.
type Judgement struct {
	ID       kernel.ID   `json:"id"              db:"id"`
	Account  kernel.ID   `json:"account"         db:"account_id" row:"account"`
	Kind     string      `json:"kind"            db:"kind" enum:"supplier,involvement,relation,survey,target,stage,transparency"`
	Scores   []int       `json:"scores"          db:"-"`
	Kept     string      `json:"-"               db:"scores"` // Scores as they are kept
	Evidence string      `json:"evidence"        db:"evidence"`
	Author   kernel.ID   `json:"author,omitzero" db:"author_id"`
	By       string      `json:"by"              db:"author"`
	On       kernel.Date `json:"on"              db:"judged_on"`
	Expires  kernel.Date `json:"expires"         db:"expires_on"`
	Version  int64       `json:"version"         db:"version" doc:"0: nobody has said anything"`
	Latest   bool        `json:"-"               db:"latest"`
	Stale    bool        `json:"stale"           db:"-" doc:"It has expired: ask again"`
}

// Revision is the version that a new one must name to replace it.
func (j Judgement) Revision() int64 { return j.Version }

const (
	shortest = 5 // characters of evidence
	longest  = 500
)

// Check reports the first rule that a judgement of a day breaks.
func (j Judgement) Check() error {
	s, known := sheets[j.Kind]
	switch {
	case !known:
		return kernel.Invalid("development.bad_kind").In("kind")
	case len(j.Scores) != s.items:
		return kernel.Invalid("development.not_all", "count", s.items).In("scores")
	case runes(j.Evidence) < shortest || runes(j.Evidence) > longest:
		return kernel.Invalid("development.no_evidence", "min", shortest, "max", longest).In("evidence")
	case j.Expires.Compare(j.On) <= 0 || j.Expires.Compare(j.On.AddMonths(36)) > 0:
		return kernel.Invalid("development.bad_end").In("expires")
	}
	for i, score := range j.Scores {
		if score < s.low || score > s.high {
			return kernel.Invalid("development.bad_score", "low", s.low, "high", s.high).In("scores." + strconv.Itoa(i))
		}
	}
	return nil
}

func runes(s string) int { return len([]rune(s)) }

// settle fills in what is left open, on a day.
func (j *Judgement) settle(today kernel.Date) {
	j.On, j.Evidence = today, strings.TrimSpace(j.Evidence)
	if j.Expires.IsZero() {
		j.Expires = today.Add(max(sheets[j.Kind].holds, 1))
	}
	words := make([]string, len(j.Scores))
	for i, score := range j.Scores {
		words[i] = strconv.Itoa(score)
	}
	j.Kept = strings.Join(words, " ")
}

// read fills in what a row does not hold, on a day.
func (j *Judgement) read(today kernel.Date) error {
	for _, word := range strings.Fields(j.Kept) {
		score, err := strconv.Atoi(word)
		if err != nil {
			return err
		}
		j.Scores = append(j.Scores, score)
	}
	j.Stale = j.Version > 0 && j.Expires.Compare(today) <= 0
	return nil
}

// counts reports whether somebody has said something that still holds.
func (j Judgement) counts() bool { return j.Version > 0 && !(j.Stale && sheets[j.Kind].ends) }

// first is the only score of a judgement that counts, 0 without one.
func (j Judgement) first() int {
	if !j.counts() || len(j.Scores) == 0 {
		return 0
	}
	return j.Scores[0]
}

// numbers are the scores as methods read them.
func (j Judgement) numbers() []null.Number {
	all := make([]null.Number, len(j.Scores))
	for i, score := range j.Scores {
		all[i] = null.Of(score)
	}
	return all
}
