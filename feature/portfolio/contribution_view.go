package portfolio

import (
	"cmp"
	"iter"
	"slices"

	"erba/analysis/contribution"
	"erba/analysis/why"
	"erba/kernel"
)

// Contribution is what the accounts under the mask contribute together in twelve
// whole months (method M26).
type Contribution struct {
	Frame
	Since kernel.Date `json:"since"   doc:"First day of the twelve months"`
	Until kernel.Date `json:"until"   doc:"Their last day"`
	Parts []Part      `json:"parts"   doc:"What is known of all; those of costs that nobody recorded are null"`
	Counted
	Grades []Worth        `json:"grades"  doc:"VAL.A to VAL.C"`
	Rows   []Contributing `json:"rows"    doc:"Those who contribute most and least, at most 200 of each"`
}

// Worth is how many accounts have a grade, and what they contribute.
type Worth struct {
	Grade  string `json:"grade" enum:"A,B,C"`
	Count  int    `json:"count"`
	Amount int64  `json:"amount"`
}

// Contributing is an account with what it contributes.
type Contributing struct {
	ID      kernel.ID `json:"id"`
	Code    string    `json:"code"`
	Name    string    `json:"name"`
	Sales   int64     `json:"sales"`
	Gross   *int64    `json:"gross"`
	Service *int64    `json:"service" doc:"null: no data"`
	Fees    *int64    `json:"fees"    doc:"null: no data"`
	Credit  *int64    `json:"credit"  doc:"null: no data"`
	Amount  *int64    `json:"amount"`
	Grade   string    `json:"grade" enum:",A,B,C"`
}

// mostContributing is how many are listed from each end.
const mostContributing = 200

// Contribution adds up the accounts under the mask.
func (v *View) Contribution() Contribution {
	m := v.merits()
	from, to := v.period().days()
	c := Contribution{Frame: v.Frame, Since: kernel.FromOrdinal(from), Until: kernel.FromOrdinal(to), Grades: []Worth{{Grade: "A"}, {Grade: "B"}, {Grade: "C"}}}
	all, rows := nothing(), []int32{}
	v.eachBalance(func(row int32, own *balance) {
		if all.take(own); own.amount.Known() {
			g := &c.Grades[m.graded.Grades[row]-contribution.A]
			g.Count, g.Amount = g.Count+1, g.Amount+int64(own.amount)
			rows = append(rows, row)
		}
	})
	c.Counted, c.Parts, c.Rows = all.Counted, all.Parts(all.amount), v.contributing(rows)
	return c
}

// contributing are the ends of the ranking.
func (v *View) contributing(rows []int32) []Contributing {
	all := []Contributing{}
	v.byContribution(rows)
	if len(rows) > 2*mostContributing {
		rows = append(slices.Clone(rows[:mostContributing]), rows[len(rows)-mostContributing:]...)
	}
	for _, row := range rows {
		all = append(all, v.contributed(row))
	}
	return all
}

// byContribution sorts accounts with a contribution, the largest first.
func (v *View) byContribution(rows []int32) {
	m := v.merits()
	slices.SortStableFunc(rows, func(x, y int32) int { return cmp.Compare(m.contributions[y], m.contributions[x]) })
}

// Contributing are all accounts under the mask with sales, by what they
// contribute; of the last ones it is not known.
func (v *View) Contributing() iter.Seq[Contributing] {
	known, open := []int32{}, []int32{}
	v.each(func(row int32) {
		if v.merits().contributions[row].Known() {
			known = append(known, row)
		} else if v.lines[row] > 0 {
			open = append(open, row)
		}
	})
	v.byContribution(known)
	return func(yield func(Contributing) bool) {
		for _, row := range append(known, open...) {
			if !yield(v.contributed(row)) {
				return
			}
		}
	}
}

// contributed is an account as it is listed.
func (v *View) contributed(row int32) Contributing {
	m, p, a := v.merits(), v.period(), v.Account(row)
	own := v.stepsOf(row, -1, p, v.balances(p))
	costs := v.costs(row, v.trend(row, p.last, v.Ask.Returns), v.balances(p))
	return Contributing{ID: a.ID, Code: a.Code, Name: a.Name, Sales: int64(own.sales), Gross: minor(own.gross), Service: minor(costs.Service),
		Fees: minor(costs.Fees), Credit: minor(own.credit()), Amount: minor(m.contributions[row]), Grade: m.graded.Grades[row].String()}
}

// Balance is what one account contributes, step by step, and where it stands
// between what was put in and what came out.
type Balance struct {
	Frame
	Since   kernel.Date     `json:"since"`
	Until   kernel.Date     `json:"until"`
	Parts   []Part          `json:"parts"`
	Grade   string          `json:"grade" enum:",A,B,C"`
	Blank   bool            `json:"blank" doc:"Nobody has recorded what was put into it"`
	Partly  bool            `json:"partly" doc:"The cost of some of its goods is not known, so less was left than is said"`
	Aside   *int64          `json:"aside,omitempty" doc:"Credit cost that was recorded and is not taken off, because invoices tell it"`
	Settled *int64          `json:"settled,omitempty" doc:"Part of what was given: settled as fees"`
	Again   *int64          `json:"again,omitempty" doc:"What files bring of the same kinds and months as was settled: it is not taken off again"`
	Lent    *Lent           `json:"lent,omitempty" doc:"What credit cost is reckoned from, where it is known"`
	Why     why.Explanation `json:"why"`
	Effort  Effective       `json:"effort"`
}

// Lent is what an account owed on average, and what that costs a year.
type Lent struct {
	Within  int64   `json:"within"  doc:"Minor units, on the average of all days"`
	Overdue int64   `json:"overdue"`
	Rate    float64 `json:"rate"    doc:"A year"`
}

// lent is that of a row; nil where it is not known.
func (v *View) lent(owed Outstanding) *Lent {
	if !owed.Within.Known() {
		return nil
	}
	return &Lent{int64(owed.Within), int64(owed.Overdue), v.Setting.Config.Worth.Rate}
}

// Balance is that of a row.
func (v *View) Balance(row int32) Balance {
	m, p := v.merits(), v.period()
	b := v.balances(p)
	from, to := p.days()
	own := v.stepsOf(row, v.money.spent.spentAt(v.accounts[row].ID), p, b)
	settled, again := v.settledOf(row, p)
	return Balance{Frame: v.Frame, Since: kernel.FromOrdinal(from), Until: kernel.FromOrdinal(to), Parts: own.Parts(m.contributions[row]),
		Partly: own.partly, Aside: own.aside(b.owedBy(row)), Settled: minor(settled), Again: minor(again), Lent: v.lent(b.owedBy(row)),
		Grade: m.graded.Grades[row].String(), Blank: !cost(b.service, row).Known() && !cost(b.fees, row).Known(),
		Why: v.told(v.explainContribution(row)), Effort: v.effective(row)}
}

// told leaves out the shares, the cuts, and what would change a class, of who sees
// only some accounts: they would tell him what all of them bring and cost.
func (v *View) told(e why.Explanation) why.Explanation {
	if v.scope == Own {
		e.Inputs = slices.DeleteFunc(e.Inputs, func(f why.Figure) bool { return f.Unit == why.Share })
		e.Cuts, e.Changes = []why.Figure{}, nil
	}
	if e.Changes == nil {
		e.Changes = []why.Change{}
	}
	return e
}

// behindContribution is the condition of a value grade.
func (v *View) behindContribution(mark string) func(int32) bool {
	grades := v.merits().graded.Grades
	for g := contribution.A; g <= contribution.C; g++ {
		if g.String() == mark {
			return func(row int32) bool { return grades[row] == g }
		}
	}
	if mark == openMark {
		return func(row int32) bool { return grades[row] == contribution.None }
	}
	return nil
}
