// Package risk decides what may break an account off, how likely and how bad
// (method M08), and how one that broke is won back. What is noticed without
// anybody is a proposal: it counts when somebody has accepted it, and who declines
// says why.
package risk

import (
	"strings"

	"erba/analysis/risk"
	"erba/analysis/why"
	"erba/kernel"
)

// Risk is what somebody has judged of one cause of an account, and what is done
// against it.
type Risk struct {
	ID          kernel.ID   `json:"-"                db:"id"`
	Account     kernel.ID   `json:"-"                db:"account_id"`
	Cause       string      `json:"cause"            db:"cause" enum:"I1,I2,I3,I4,I5,E1,E2,E3,E4"`
	Probability int         `json:"probability"      db:"probability"`
	Impact      int         `json:"impact"           db:"impact"`
	Evidence    string      `json:"evidence"         db:"evidence"`
	Counter     string      `json:"counter"          db:"counter" doc:"What is done against it"`
	Owner       kernel.ID   `json:"owner,omitzero"   db:"owner_id" doc:"Who does it"`
	Due         kernel.Date `json:"due"              db:"due_on"`
	ByID        kernel.ID   `json:"-"                db:"by_id"`
	By          string      `json:"by"               db:"by_name"`
	On          kernel.Date `json:"on"               db:"judged_on"`
	Version     int64       `json:"version"          db:"version" doc:"0: nobody has judged it"`
}

// Revision is the version that a change must name to replace it.
func (r Risk) Revision() int64 { return r.Version }

// judged is what the method needs of it.
func (r Risk) judged() risk.Judged {
	return risk.Judged{Cause: r.Cause, Probability: r.Probability, Impact: r.Impact}
}

const (
	shortest = 5 // characters of evidence, of a reason
	longest  = 500
)

func words(text string) bool {
	n := len([]rune(text))
	return n >= shortest && n <= longest
}

// tidy trims, and lets quality be as bad as it is.
func (r *Risk) tidy() {
	r.Evidence, r.Counter = strings.TrimSpace(r.Evidence), strings.TrimSpace(r.Counter)
	r.Impact = r.judged().Weight()
}

// Check reports the first rule that a judgement breaks. A risk that is not green
// is nothing to look on at: it has a counter-measure, somebody who takes it, and
// a day.
func (r Risk) Check(cfg *risk.Config, today kernel.Date) error {
	within := func(n int) bool { return n >= risk.Least && n <= risk.Most }
	switch {
	case !risk.Known(r.Cause):
		return kernel.Invalid("risk.bad_cause").In("cause")
	case !within(r.Probability):
		return kernel.Invalid("risk.bad_scale").In("probability")
	case !within(r.Impact):
		return kernel.Invalid("risk.bad_scale").In("impact")
	case !words(r.Evidence):
		return kernel.Invalid("risk.short_evidence", "min", shortest, "max", longest).In("evidence")
	case len([]rune(r.Counter)) > longest:
		return kernel.Invalid("risk.too_long", "max", longest).In("counter")
	}
	if cfg.Level(r.judged().Score()) == risk.Green {
		return nil
	}
	switch {
	case !words(r.Counter):
		return kernel.Invalid("risk.no_counter", "min", shortest).In("counter")
	case r.Owner.IsZero():
		return kernel.Invalid("risk.no_owner").In("owner")
	case r.Due.IsZero():
		return kernel.Invalid("risk.no_due").In("due")
	}
	return nil
}

// Rated is a cause of an account as it is shown: judged, or not yet.
type Rated struct {
	Risk
	Score int    `json:"score" doc:"Probability × impact; 0: nobody has judged it"`
	Level string `json:"level" enum:",green,yellow,red"`
	Stale bool   `json:"stale" doc:"It was judged too long ago: look again"`
	Late  bool   `json:"late"  doc:"The day of the counter-measure has passed"`
}

// rated is a judgement on a day.
func rated(r Risk, cfg *risk.Config, today kernel.Date) Rated {
	if r.Version == 0 {
		r.Impact = cfg.Usual(r.Cause)
		return Rated{Risk: r}
	}
	score := r.judged().Score()
	return Rated{r, score, cfg.Level(score), today.Days(r.On) > cfg.Fresh, !r.Due.IsZero() && r.Due.Compare(today) < 0}
}

// register is the nine causes of an account, with what was judged of them.
func register(all []Risk, cfg *risk.Config, today kernel.Date) []Rated {
	rows := make([]Rated, len(risk.Causes))
	for i, cause := range risk.Causes {
		one := Risk{Cause: cause}
		for _, r := range all {
			if r.Cause == cause {
				one = r
			}
		}
		rows[i] = rated(one, cfg, today)
	}
	return rows
}

func judged(all []Risk) []risk.Judged {
	some := make([]risk.Judged, len(all))
	for i, r := range all {
		some[i] = r.judged()
	}
	return some
}

// Level is how risky an account is.
type Level struct {
	ID      kernel.ID   `json:"-"     db:"id"`
	Account kernel.ID   `json:"-"     db:"account_id"`
	Cause   string      `json:"cause" db:"cause" doc:"That counts"`
	Score   int         `json:"score" db:"score" doc:"0: nobody judges it"`
	Since   kernel.Date `json:"since" db:"since_on"`
	Level   string      `json:"level" db:"-" enum:",green,yellow,red"`
	Broken  bool        `json:"broken" db:"-" doc:"The relationship is interrupted"`
}

// Sheet is the register of one account.
type Sheet struct {
	Account      kernel.ID       `json:"account" row:"account"`
	Name         string          `json:"name"`
	Today        kernel.Date     `json:"today"`
	Level        string          `json:"level" enum:",green,yellow,red" doc:"Of the worst cause; empty: nobody has judged any"`
	Score        int             `json:"score"`
	Broken       bool            `json:"broken"  doc:"The relationship is interrupted"`
	Config       int64           `json:"config"  doc:"Version of the settings"`
	Why          why.Explanation `json:"why"`
	Causes       []Rated         `json:"causes"  doc:"All nine"`
	Signals      []Signal        `json:"signals" doc:"To be decided first, then the latest"`
	Looks        []Look          `json:"looks"   doc:"What signals look at"`
	Looked       kernel.Date     `json:"looked"  doc:"When they last looked; empty: they do not look at this account"`
	Interruption []Interruption  `json:"interruptions" doc:"The latest first"`
	Past         []Level         `json:"past"    doc:"The latest first"`
	May          bool            `json:"may"     doc:"The viewer may judge"`
}
