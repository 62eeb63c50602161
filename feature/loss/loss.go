// Package loss decides how an account is handled on which we lose (method M93):
// what is recommended follows from the account, what is done a manager decides,
// with a reason. Whom we have restricted for four quarters and who still costs more
// than it brings is looked at for an exit. Decisions are never written over.
package loss

import (
	"slices"
	"strings"

	"erba/analysis/loss"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Decision is what somebody has decided about an account.
type Decision struct {
	ID           kernel.ID   `json:"id"             db:"id"`
	Account      kernel.ID   `json:"-"              db:"account_id"`
	Handling     string      `json:"handling"       db:"handling" enum:"nurture,keep,restrict"`
	Class        string      `json:"class"          db:"class" enum:"new,promising,known,plain" doc:"What it was then"`
	Joined       string      `json:"-"              db:"steps"`
	Steps        []string    `json:"steps"          db:"-" doc:"service: less of it; minimum: of an order; fees; price; terms"`
	Reason       string      `json:"reason"         db:"reason"`
	Contribution int64       `json:"contribution"   db:"contribution" doc:"Then, minor units of a year"`
	ByID         kernel.ID   `json:"by_id,omitzero" db:"by_id"`
	By           string      `json:"by"             db:"by_name"`
	On           kernel.Date `json:"on"             db:"decided_on"`
}

// Handlings are what may be decided.
var Handlings = []string{loss.Nurture, loss.Keep, loss.Restrict}

// Steps are the ways in which an account is restricted.
var Steps = []string{"service", "minimum", "fees", "price", "terms"}

const (
	shortest = 5 // characters of a reason
	longest  = 500
)

// Check reports the first rule that a decision breaks.
func (d *Decision) Check() error {
	switch n := len([]rune(d.Reason)); {
	case !slices.Contains(Handlings, d.Handling):
		return kernel.Invalid("loss.bad_handling")
	case n < shortest || n > longest:
		return kernel.Invalid("loss.short_reason", "min", shortest, "max", longest)
	case d.Handling != loss.Restrict && len(d.Steps) > 0:
		return kernel.Invalid("loss.steps_of_restriction")
	}
	for i, step := range d.Steps {
		if !slices.Contains(Steps, step) || slices.Contains(d.Steps[:i], step) {
			return kernel.Invalid("loss.bad_step", "step", step)
		}
	}
	return nil
}

func (d *Decision) join() {
	d.Joined, d.Reason = strings.Join(d.Steps, " "), strings.TrimSpace(d.Reason)
}
func (d *Decision) split() { d.Steps = append([]string{}, strings.Fields(d.Joined)...) }

// Row is an account on which we lose.
type Row struct {
	ID           kernel.ID       `json:"id" row:"account"`
	Code         string          `json:"code"`
	Name         string          `json:"name"`
	Owner        kernel.ID       `json:"owner,omitzero"`
	Sales        int64           `json:"sales"        doc:"Of the last twelve whole months"`
	Gross        *int64          `json:"gross"`
	Contribution *int64          `json:"contribution" doc:"null: not known"`
	Age          *float64        `json:"age"          doc:"Months since the first order; null: none"`
	Class        string          `json:"class"        enum:"unknown,none,new,promising,known,plain"`
	Handling     string          `json:"handling"     enum:",nurture,keep,restrict" doc:"Recommended"`
	Decision     *Decision       `json:"decision"     doc:"The one that counts; null: nobody has decided yet"`
	Months       int             `json:"months"       doc:"For so long it has been handled like that"`
	Due          bool            `json:"due"          doc:"It was restricted for long enough: look at an exit"`
	Why          why.Explanation `json:"why"`
}

// Part is a sub-class of the accounts on which we lose.
type Part struct {
	Class   string `json:"class"   enum:"new,promising,known,plain"`
	Count   int    `json:"count"`
	Amount  int64  `json:"amount"  doc:"What they contribute, minor units of a year"`
	Open    int    `json:"open"    doc:"Nobody has decided about them"`
	Differs int    `json:"differs" doc:"Something else than recommended was decided"`
	Due     int    `json:"due"`
}

// Losses is a page of the accounts on which we lose, the worst first.
type Losses struct {
	AsOf     kernel.Date `json:"as_of"`
	Scope    string      `json:"scope" enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Currency string      `json:"currency"`
	Config   int64       `json:"config" doc:"Version of the settings"`
	Unknown  int         `json:"unknown" doc:"Accounts with sales of which nobody knows what is left"`
	Parts    []Part      `json:"parts"`
	Rows     []Row       `json:"rows"`
	Next     int         `json:"next,omitempty" doc:"Where the next page starts"`
}

// Sheet is what there is to say about one account.
type Sheet struct {
	AsOf     kernel.Date `json:"as_of"`
	Currency string      `json:"currency"`
	Row      Row         `json:"row"`
	Past     []Decision  `json:"past" doc:"The latest first; the first one counts"`
	May      bool        `json:"may"  doc:"The viewer may decide"`
}

// Which says which accounts a list is about.
type Which struct {
	Class string // "": all
	State string // open, decided, due; "": all
	From  int
	Limit int
}

func (w Which) takes(r *Row) bool {
	return (w.Class == "" || w.Class == r.Class) &&
		(w.State == "" || w.State == "open" && r.Decision == nil || w.State == "decided" && r.Decision != nil || w.State == "due" && r.Due)
}

// parts counts the accounts of every sub-class.
func parts(all []Row) []Part {
	found := []Part{}
	for _, class := range []string{loss.New, loss.Promising, loss.Known, loss.Plain} {
		p := Part{Class: class}
		for i := range all {
			if r := &all[i]; r.Class == class {
				p.add(r)
			}
		}
		found = append(found, p)
	}
	return found
}

func (p *Part) add(r *Row) {
	p.Count, p.Amount = p.Count+1, p.Amount+*r.Contribution
	switch {
	case r.Decision == nil:
		p.Open++
	case r.Decision.Handling != r.Handling:
		p.Differs++
	}
	if r.Due {
		p.Due++
	}
}

// decide puts what was decided to an account, the latest first.
func (r *Row) decide(cfg *loss.Config, one loss.Case, past []Decision, today kernel.Date) {
	if len(past) == 0 {
		return
	}
	since := past[0].On
	for _, d := range past {
		if d.Handling != past[0].Handling {
			break
		}
		since = d.On
	}
	r.Decision, r.Months = &past[0], months(since, today)
	r.Due = cfg.Due(one, past[0].Handling, r.Months)
}

// months are the whole ones between two days.
func months(from, to kernel.Date) int {
	n := 0
	for from.AddMonths(n+1).Compare(to) <= 0 {
		n++
	}
	return n
}

func minor(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	return new(int64(n))
}

func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}
