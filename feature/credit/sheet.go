package credit

import (
	"cmp"
	"slices"

	"erba/analysis/credit"
	"erba/analysis/null"
	"erba/analysis/receivable"
	"erba/analysis/solvency"
	"erba/analysis/why"
	"erba/kernel"
)

// Lit is what everybody may know of a customer's credit.
type Lit struct {
	Light credit.Light `json:"light" enum:"ok,ask,blocked"`
}

// Sheet is the credit of an account.
type Sheet struct {
	Today    kernel.Date     `json:"today"`
	Currency string          `json:"currency"`
	Light    credit.Light    `json:"light"    enum:"ok,ask,blocked"`
	Own      credit.Room     `json:"own"`
	Used     int64           `json:"used"     doc:"Exposure"`
	Late     int64           `json:"late"     doc:"Overdue, part of the receivable"`
	Worst    int             `json:"worst"    doc:"Days that the oldest open invoice is overdue"`
	Stopped  bool            `json:"stopped"`
	Until    kernel.Date     `json:"until,omitzero" doc:"Last day of what is on top for now"`
	Groups   []GroupRoom     `json:"groups"   doc:"Of the companies above, from itself up, that have a limit for all below"`
	Grade    *Grade          `json:"grade"    doc:"null: not rated yet"`
	High     bool            `json:"high"     doc:"On the list of those who are watched"`
	Why      why.Explanation `json:"why"      doc:"Of the grade"`
	File     []Part          `json:"file"     doc:"Part by part, what is known and by whom"`
	Grades   []Grade         `json:"grades"   doc:"The latest first"`
	Limits   []Step          `json:"limits"   doc:"The latest first"`
	Paid     []Paid          `json:"paid"     doc:"How late he paid, by the month in which it was due"`
	Orders   []Row           `json:"orders"   doc:"The latest"`
	Write    bool            `json:"write"    doc:"The viewer keeps the file and proposes limits"`
	Request  bool            `json:"request"  doc:"The viewer asks for releases"`
}

// GroupRoom is the room of a group; what of it is in use is for who sees the company
// at its top.
type GroupRoom struct {
	Account kernel.ID    `json:"account,omitzero"`
	Name    string       `json:"name" doc:"Empty: out of sight"`
	Room    *credit.Room `json:"room"`
}

// Part is a part of the file: the last word on it and those before.
type Part struct {
	Part  string      `json:"part"  enum:"finance,reputation,other,insolvent,dishonest"`
	Stale bool        `json:"stale" doc:"The last word is too old"`
	Words []Judgement `json:"words" doc:"The latest first"`
}

// Step is a limit in the history, with the sums it came from.
type Step struct {
	Limit
	Proposal *Proposal `json:"proposal" doc:"What the method said when it was proposed"`
}

// Paid is how late he paid what was due in a month.
type Paid struct {
	Month  kernel.Date `json:"month"`
	Days   null.Number `json:"days"   doc:"Mean; null: nothing was due"`
	Claims int         `json:"claims"`
}

// filed sorts judgements by part.
func filed(all []Judgement, today kernel.Date) []Part {
	parts := make([]Part, len(Parts))
	for i, name := range Parts {
		parts[i] = Part{Part: name, Words: []Judgement{}}
		for _, j := range all {
			if j.Part == name {
				parts[i].Words = append(parts[i].Words, j)
			}
		}
		parts[i].Stale = len(parts[i].Words) > 0 && parts[i].Words[0].StaleOn.Compare(today) <= 0
	}
	return parts
}

// paid are the twelve months up to a day; what is still open is as late as it is then.
func paid(items []receivable.Item, today kernel.Date) (all []Paid) {
	due := map[kernel.Date][]receivable.Item{}
	for i := range items {
		if on := items[i].Due; !on.IsZero() {
			due[on.Month()] = append(due[on.Month()], items[i])
		}
	}
	for back := 11; back >= 0; back-- {
		p := Paid{Month: today.Month().AddMonths(-back)}
		p.Days, p.Claims = receivable.Late(due[p.Month], p.Month, today)
		all = append(all, p)
	}
	return all
}

// Review is a customer in the calendar of reviews.
type Review struct {
	Account kernel.ID       `json:"account"        row:"account"`
	Code    string          `json:"code"`
	Name    string          `json:"name"`
	Owner   kernel.ID       `json:"owner,omitzero"`
	Grade   solvency.Grade  `json:"grade"          enum:",AAA,AA,A,B,C"`
	Before  solvency.Grade  `json:"before"         enum:",AAA,AA,A,B,C" doc:"The grade before; empty: none"`
	Score   *kernel.Decimal `json:"score"`
	Rule    string          `json:"rule"           doc:"Text key"`
	Given   kernel.Date     `json:"given"`
	On      kernel.Date     `json:"on"             doc:"To be looked at again"`
	Days    int             `json:"days"           doc:"Until then; below zero: it is late"`
	High    bool            `json:"high"           doc:"Watched: a poor grade, or a worse one than before"`
	Stale   int             `json:"stale"          doc:"Parts of the file that are too old"`
}

// Reviews is the calendar of reviews, what is due first.
type Reviews struct {
	Today kernel.Date `json:"today"`
	Due   int         `json:"due"  doc:"Reviews whose day has come"`
	High  int         `json:"high" doc:"Watched"`
	Rows  []Review    `json:"rows"`
}

// reviewed makes the calendar of all grades, each account's latest first.
func reviewed(all []gradeOfAccount, stale map[kernel.ID]int, today kernel.Date) (r Reviews) {
	r = Reviews{Today: today, Rows: []Review{}}
	for i := 0; i < len(all); {
		now, next := all[i], i+1
		row := Review{Account: now.Account, Code: now.Code, Name: now.Name, Owner: now.Owner, Grade: now.Grade.Grade, Score: now.Score, Rule: now.Rule,
			Given: now.Given, On: now.Review, Days: now.Review.Days(today), Stale: stale[now.Account]}
		if next < len(all) && all[next].Account == now.Account {
			row.Before = all[next].Grade.Grade
		}
		row.High = solvency.HighRisk(row.Grade, row.Before)
		for i = next; i < len(all) && all[i].Account == now.Account; i++ {
		}
		r.count(row)
	}
	slices.SortFunc(r.Rows, func(a, b Review) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(b.Grade.Rank(), a.Grade.Rank()), cmp.Compare(a.Name, b.Name))
	})
	return r
}

func (r *Reviews) count(row Review) {
	if row.Days <= 0 {
		r.Due++
	}
	if row.High {
		r.High++
	}
	r.Rows = append(r.Rows, row)
}
