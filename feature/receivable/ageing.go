package receivable

import (
	"cmp"
	"slices"

	"erba/analysis/null"
	"erba/analysis/receivable"
	"erba/kernel"
)

// The ways to gather accounts.
const (
	ByAccount  = "account"
	ByGroup    = "group"
	ByManager  = "manager"
	ByRegion   = "region"
	ByIndustry = "industry"
)

// Ask is a question about what is owed.
type Ask struct {
	At
	By    string // "": by account
	Sort  string // "": what is late; or total, name
	Limit int    // rows; 0: all
}

// Ageing is what is owed at a time, and by whom.
type Ageing struct {
	AsOf     kernel.Date `json:"as_of"`
	KnownAt  int64       `json:"known_at" doc:"Microseconds since 1970, UTC: what became known later is left out; 0: now"`
	By       string      `json:"by"`
	Currency string      `json:"currency"`
	Whole    bool        `json:"whole"    doc:"Of all accounts; else of those that the reader sees"`
	Figure
	Count  int         `json:"count"  doc:"Invoices that are not paid"`
	Owing  int         `json:"owing"  doc:"Accounts that owe something"`
	Behind int         `json:"behind" doc:"Accounts that are late"`
	DSO    null.Number `json:"dso"    doc:"Days of sales that are owed: by the invoices of 90 days"`
	Rows   []Row       `json:"rows"`
	Rest   Row         `json:"rest"   doc:"All that the rows leave out"`
}

// Row is what an account or several of them owe.
type Row struct {
	Account  kernel.ID `json:"account,omitzero" row:"account" doc:"The account, or the head of the group"`
	Code     string    `json:"code"`
	Name     string    `json:"name"`
	Accounts int       `json:"accounts"         doc:"That owe something"`
	Figure
	DSO null.Number `json:"dso"`
}

// gathering adds up figures by a key.
type gathering struct {
	rows []Row
	of   map[string]int
}

func (g *gathering) add(key string, f *Figure, made func() Row) {
	at, ok := g.of[key]
	if !ok {
		at = len(g.rows)
		g.of[key], g.rows = at, append(g.rows, made())
	}
	g.rows[at].Accounts += one(f.Total)
	g.rows[at].plus(f)
}

// gather makes rows of the figures of the accounts that somebody sees.
func (st *state) gather(ask Ask, seen func(kernel.ID) bool) (a Ageing) {
	g := gathering{of: map[string]int{}}
	figures := st.figures(ask.At)
	for row := range figures {
		f, id := &figures[row], st.columns.holdings[row].account
		if *f == (Figure{}) || !seen(id) {
			continue
		}
		a.plus(f)
		a.Count += f.count()
		a.Owing += one(f.Total)
		a.Behind += one(f.Late)
		if f.Total != 0 || f.Advance != 0 {
			g.add(st.key(ask.By, id), f, func() Row { return st.row(ask.By, id, seen) })
		}
	}
	a.AsOf, a.KnownAt, a.By, a.Currency, a.DSO = ask.On, ask.Known, ask.By, st.currency, receivable.DSO(a.Total, a.Invoiced)
	a.Rows = sorted(g.rows, ask.Sort)
	if ask.Limit > 0 && len(a.Rows) > ask.Limit {
		for _, r := range a.Rows[ask.Limit:] {
			a.Rest.Accounts += r.Accounts
			a.Rest.plus(&r.Figure)
		}
		a.Rows = a.Rows[:ask.Limit]
	}
	for i := range a.Rows {
		a.Rows[i].DSO = receivable.DSO(a.Rows[i].Total, a.Rows[i].Invoiced)
	}
	a.Rest.DSO = receivable.DSO(a.Rest.Total, a.Rest.Invoiced)
	return a
}

func one(amount int64) int {
	if amount > 0 {
		return 1
	}
	return 0
}

func sorted(rows []Row, by string) []Row {
	slices.SortFunc(rows, func(a, b Row) int {
		switch by {
		case "name":
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Code, b.Code))
		case "total":
			return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Code, b.Code))
		}
		return cmp.Or(cmp.Compare(b.Late, a.Late), cmp.Compare(b.Total, a.Total), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Code, b.Code))
	})
	return rows
}

// key is with whom an account is gathered.
func (st *state) key(by string, id kernel.ID) string {
	p := st.parties[id]
	switch by {
	case ByGroup:
		return st.head(id).String()
	case ByManager:
		return p.owner.String()
	case ByRegion:
		return p.region
	case ByIndustry:
		return p.industry
	}
	return id.String()
}

// row is the heading under which accounts are gathered. The head of a group goes
// unnamed for who does not see it.
func (st *state) row(by string, id kernel.ID, seen func(kernel.ID) bool) Row {
	p := st.parties[id]
	switch by {
	case ByGroup:
		head := st.head(id)
		if !seen(head) {
			return Row{}
		}
		return Row{Account: head, Code: st.parties[head].code, Name: st.parties[head].name}
	case ByManager:
		return Row{Name: st.people[p.owner]}
	case ByRegion:
		return Row{Name: p.region}
	case ByIndustry:
		return Row{Name: p.industry}
	}
	return Row{Account: id, Code: p.code, Name: p.name}
}

// deepest is how many companies stand above one another; a circle ends there.
const deepest = 32

// head is the company on top of an account.
func (st *state) head(id kernel.ID) kernel.ID {
	for range deepest {
		parent := st.parties[id].parent
		if parent.IsZero() {
			break
		}
		id = parent
	}
	return id
}

// Point is what was owed on a day.
type Point struct {
	On    kernel.Date `json:"on"`
	Total int64       `json:"total"`
	Late  int64       `json:"late"`
	DSO   null.Number `json:"dso"`
}

// Gathers reports whether accounts can be gathered by something.
func Gathers(by string) bool {
	return slices.Contains([]string{ByAccount, ByGroup, ByManager, ByRegion, ByIndustry}, by)
}
