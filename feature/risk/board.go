package risk

import (
	"cmp"
	"slices"

	"erba/analysis/risk"
	"erba/kernel"
)

// Row is an account in the list of alerts.
type Row struct {
	ID      kernel.ID   `json:"id" row:"account"`
	Code    string      `json:"code"`
	Name    string      `json:"name"`
	Owner   kernel.ID   `json:"owner,omitzero"`
	Tier    string      `json:"tier"  enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Level   string      `json:"level" enum:",green,yellow,red" doc:"Empty: nobody has judged it"`
	Score   int         `json:"score"`
	Cause   string      `json:"cause" enum:",I1,I2,I3,I4,I5,E1,E2,E3,E4" doc:"That counts"`
	Since   kernel.Date `json:"since" doc:"As risky since"`
	Sales   *int64      `json:"sales,omitempty" may:"revenue:read" doc:"Of twelve months, minor units: what is at stake"`
	Signals int         `json:"signals" doc:"To be decided"`
	Broken  bool        `json:"broken"  doc:"The relationship is interrupted"`
	Late    int         `json:"late"    doc:"Counter-measures whose day has passed"`
	Stale   int         `json:"stale"   doc:"Causes judged too long ago"`
	Causes  []Rated     `json:"causes"  doc:"That were judged"`
}

// rank orders rows by how soon somebody has to act.
func (r *Row) rank(b *Row) int {
	return cmp.Or(cmp.Compare(flag(b.Broken), flag(r.Broken)), cmp.Compare(b.Score, r.Score), cmp.Compare(b.Signals, r.Signals), cmp.Compare(r.Name, b.Name))
}

func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}

// Cell is a place of the matrix of probability and impact.
type Cell struct {
	Probability int    `json:"probability"`
	Impact      int    `json:"impact"`
	Count       int    `json:"count" doc:"Causes of accounts in sight"`
	Level       string `json:"level" enum:"green,yellow,red"`
}

// Board is the alerts of the accounts in sight.
type Board struct {
	Today    kernel.Date `json:"today"`
	Scope    string      `json:"scope" enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Currency string      `json:"currency"`
	Config   int64       `json:"config"   doc:"Version of the settings"`
	Red      int         `json:"red"`
	Yellow   int         `json:"yellow"`
	Green    int         `json:"green"`
	Signals  int         `json:"signals"  doc:"To be decided"`
	Broken   int         `json:"broken"   doc:"Interrupted relationships"`
	Cells    []Cell      `json:"cells"    doc:"Five by five, the likeliest and worst last"`
	Rows     []Row       `json:"rows"`
	Next     int         `json:"next,omitempty" doc:"Where the next page starts"`
}

// Which narrows a list of alerts.
type Which struct {
	Level string // "": all
	State string // signals, broken, late; "": all
	Cause string
	P, I  int // a cell of the matrix; 0: all
	Owner kernel.ID
	From  int
	Limit int
}

// takes reports whether a row is asked for.
func (w Which) takes(r *Row) bool {
	in := func(one Rated) bool {
		return (w.Cause == "" || one.Cause == w.Cause) && (w.P == 0 || one.Probability == w.P && one.Impact == w.I)
	}
	return (w.Level == "" || r.Level == w.Level) && (w.Owner.IsZero() || r.Owner == w.Owner) &&
		(w.State == "" || w.State == "signals" && r.Signals > 0 || w.State == "broken" && r.Broken || w.State == "late" && r.Late > 0) &&
		(w.Cause == "" && w.P == 0 || slices.ContainsFunc(r.Causes, in))
}

// count fills in what the rows are together.
func (b *Board) count(all []Row, cfg *risk.Config) {
	var cells [risk.Most + 1][risk.Most + 1]int
	for i := range all {
		r := &all[i]
		switch r.Level {
		case risk.Red:
			b.Red++
		case risk.Yellow:
			b.Yellow++
		case risk.Green:
			b.Green++
		}
		b.Signals, b.Broken = b.Signals+r.Signals, b.Broken+flag(r.Broken)
		for _, one := range r.Causes {
			cells[one.Probability][one.Impact]++
		}
	}
	for p := risk.Least; p <= risk.Most; p++ {
		for i := risk.Least; i <= risk.Most; i++ {
			b.Cells = append(b.Cells, Cell{p, i, cells[p][i], cfg.Level(p * i)})
		}
	}
}

// Case is an interruption on the board of recovery.
type Case struct {
	Interruption
	Code  string `json:"code" db:"code"`
	Name  string `json:"name" db:"name"`
	Sales *int64 `json:"sales,omitempty" db:"-" may:"revenue:read" doc:"Of twelve months, minor units"`
	Spent int64  `json:"spent" db:"-" doc:"On what was offered and taken, minor units"`
	Days  int    `json:"days"  db:"-" doc:"So long it is, or was, interrupted"`
}

// Recovery is the board of recovery.
type Recovery struct {
	Today    kernel.Date `json:"today"`
	Currency string      `json:"currency"`
	Rows     []Case      `json:"rows" doc:"Those that still are first, then the latest"`
}
