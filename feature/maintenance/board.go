package maintenance

import (
	"slices"

	"erba/analysis/maintenance"
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/analysis/why"
	"erba/kernel"
)

// Done is an activity with what it has brought.
type Done struct {
	Activity
	Before *float64 `json:"before,omitempty" may:"relation:read" doc:"How close they were on the day before, 0–100; absent: not known"`
	After  *float64 `json:"after,omitempty"  may:"relation:read" doc:"… and so many days later; absent: not known, or too early to say"`
	Effect *float64 `json:"effect,omitempty" may:"relation:read" doc:"After less before"`
	Early  bool     `json:"early"   doc:"It is too early to say"`
	Coming bool     `json:"planned" doc:"It is intended for a later day"`
}

// Form is one of the five on a sheet.
type Form struct {
	Form  string      `json:"form"  enum:"hardware,software,function,spirit,special"`
	Count int         `json:"count" doc:"Activities within the months that count"`
	Spend int64       `json:"spend" doc:"Minor units"`
	Last  kernel.Date `json:"last,omitzero"`
}

// Judged is how an account is looked after.
type Judged struct {
	Used     int      `json:"used"     doc:"Forms of the five"`
	Wanted   int      `json:"wanted"   doc:"Forms that its tier asks for"`
	Met      bool     `json:"met"`
	Missing  []string `json:"missing"  doc:"Forms of which there is nothing"`
	Coverage float64  `json:"coverage" doc:"Of five, 0–1"`
	Largest  *float64 `json:"largest"  doc:"Share of the form that is used most; null: there is no activity"`
	Single   bool     `json:"single"   doc:"One thing only"`
}

// Sheet is how one account is looked after.
type Sheet struct {
	Account    kernel.ID       `json:"account" row:"account"`
	Today      kernel.Date     `json:"today"`
	Currency   string          `json:"currency"`
	Tier       string          `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Config     int64           `json:"config" doc:"Version of the settings"`
	Months     int             `json:"months" doc:"Activities of so many count"`
	Judged     Judged          `json:"judged"`
	Why        why.Explanation `json:"why"`
	Forms      []Form          `json:"forms"`
	Spend      int64           `json:"spend"   doc:"Within the months that count, minor units"`
	Activities []Done          `json:"activities" doc:"The latest first"`
	Quality    Quality         `json:"quality"`
	Score      *float64        `json:"score"   doc:"Mean of the five items; null: not all are rated"`
	Stale      bool            `json:"stale"   doc:"It was rated too long ago"`
	QualityWhy why.Explanation `json:"quality_why"`
	People     []Person        `json:"people"`
	May        bool            `json:"may"     doc:"The viewer may write"`
}

// Person is somebody at the account.
type Person struct {
	ID    kernel.ID `json:"id"`
	Name  string    `json:"name"`
	Title string    `json:"title"`
}

// Row is an account on the board.
type Row struct {
	ID    kernel.ID   `json:"id" row:"account"`
	Code  string      `json:"code"`
	Name  string      `json:"name"`
	Owner kernel.ID   `json:"owner,omitzero"`
	Tier  string      `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Forms []int       `json:"forms" doc:"Activities of each of the five"`
	Spend int64       `json:"spend"`
	Last  kernel.Date `json:"last,omitzero"`
	Judged
}

// Day is an activity in the calendar.
type Day struct {
	Activity
	Name string `json:"name" doc:"Of the account"`
}

// Board is how the accounts in sight are looked after.
type Board struct {
	Today    kernel.Date `json:"today"`
	Scope    string      `json:"scope" enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Currency string      `json:"currency"`
	Config   int64       `json:"config"`
	Months   int         `json:"months"`
	Accounts int         `json:"accounts" doc:"Whose tier asks for anything, and those that are looked after"`
	Short    int         `json:"short"    doc:"That get less than their tier asks for"`
	Single   int         `json:"single"   doc:"That get one thing only"`
	Forms    []Form      `json:"forms"`
	Spend    int64       `json:"spend"`
	Month    kernel.Date `json:"month"    doc:"Of the calendar, its first day"`
	Days     []Day       `json:"days"     doc:"Activities of the month"`
	Rows     []Row       `json:"rows"     doc:"Those that get least of what they should first"`
	Next     int         `json:"next,omitempty" doc:"Where the next page starts"`
}

// Which narrows a board.
type Which struct {
	State string // short, single; "": all
	Tier  string
	Owner kernel.ID
	Month kernel.Date
	From  int
	Limit int
}

func (w Which) takes(r *Row) bool {
	return (w.State == "" || w.State == "short" && !r.Met || w.State == "single" && r.Single) && (w.Tier == "" || r.Tier == w.Tier) && (w.Owner.IsZero() || r.Owner == w.Owner)
}

// tally is what was done for an account within the months that count.
type tally struct {
	counts maintenance.Counts
	spend  [5]int64
	last   [5]kernel.Date
}

// add takes in an activity of a day that counts.
func (t *tally) add(a *Activity) {
	at := slices.Index(maintenance.Forms, a.Form)
	if at < 0 {
		return
	}
	t.counts[at]++
	t.spend[at] += a.Spend
	if a.On.Compare(t.last[at]) > 0 {
		t.last[at] = a.On
	}
}

// sum is what it took, and when there was anything last.
func (t *tally) sum() (spend int64, last kernel.Date) {
	for i := range t.spend {
		spend += t.spend[i]
		if t.last[i].Compare(last) > 0 {
			last = t.last[i]
		}
	}
	return spend, last
}

// forms are the five with what was done.
func (t *tally) forms() []Form {
	all := make([]Form, len(maintenance.Forms))
	for i, form := range maintenance.Forms {
		all[i] = Form{form, t.counts[i], t.spend[i], t.last[i]}
	}
	return all
}

// counts reports whether an activity lies within the months that count.
func counts(a *Activity, cfg *maintenance.Config, today kernel.Date) bool {
	return a.On.Compare(today) <= 0 && a.On.Compare(today.AddMonths(-cfg.Months)) > 0
}

func judge(cfg *maintenance.Config, n maintenance.Counts, tier pyramid.Tier) Judged {
	r := cfg.Judge(n, tier)
	return Judged{r.Used, r.Wanted, r.Met, r.Missing, r.Coverage, told(r.Largest), r.Single}
}

// tierOf is a tier by its word.
func tierOf(word string) (t pyramid.Tier) {
	_ = t.UnmarshalText([]byte(word)) // an unknown word is no tier
	return t
}

func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}
