package portfolio

import (
	"cmp"
	"iter"
	"slices"

	"erba/analysis/contribution"
	"erba/analysis/effort"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Contribution is what the accounts under the mask contribute together in twelve
// whole months (method M26).
type Contribution struct {
	Frame
	Since   kernel.Date    `json:"since"   doc:"First day of the twelve months"`
	Until   kernel.Date    `json:"until"   doc:"Their last day"`
	Parts   []Part         `json:"parts"   doc:"What is known of all; those of costs that nobody recorded are null"`
	Count   int            `json:"count"   doc:"Accounts with a contribution"`
	Unknown int            `json:"unknown" doc:"Accounts with sales whose gross profit is not known"`
	Blank   int            `json:"blank"   doc:"Accounts with a contribution into which nobody has recorded what was put"`
	Losses  int            `json:"losses"  doc:"Accounts that cost more than they bring"`
	Grades  []Worth        `json:"grades"  doc:"VAL.A to VAL.C"`
	Rows    []Contributing `json:"rows"    doc:"Those who contribute most and least, at most 200 of each"`
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
	m, p := v.merits(), v.period()
	b := v.balances(p)
	from, to := p.days()
	c := Contribution{Frame: v.Frame, Since: kernel.FromOrdinal(from), Until: kernel.FromOrdinal(to), Grades: []Worth{{Grade: "A"}, {Grade: "B"}, {Grade: "C"}}}
	all, total, rows := steps{null.None, null.None, null.None, bill{}, null.None, null.None}, null.None, []int32{}
	s, at := v.money.spent, 0
	v.each(func(row int32) {
		id := v.accounts[row].ID
		for at < len(s.ids) && s.ids[at].Compare(id) < 0 {
			at++
		}
		place := -1
		if at < len(s.ids) && s.ids[at] == id {
			place = at
		}
		own, got := v.stepsOf(row, place, p, b), m.contributions[row]
		if !got.Known() {
			if own.sales != 0 {
				c.Unknown++
			}
			return
		}
		all.plus(&own)
		total = null.Of(v.count(&c, m.graded.Grades[row], got) + int64(zero(total)))
		if !cost(b.service, row).Known() && !cost(b.fees, row).Known() {
			c.Blank++
		}
		rows = append(rows, row)
	})
	c.Parts, c.Rows = all.Parts(total), v.contributing(rows)
	return c
}

func zero(n null.Number) null.Number {
	if !n.Known() {
		return 0
	}
	return n
}

// count takes an account into account, and returns what it contributes.
func (v *View) count(c *Contribution, grade contribution.Grade, amount null.Number) int64 {
	if c.Count++; amount < 0 {
		c.Losses++
	}
	g := &c.Grades[grade-contribution.A]
	g.Count, g.Amount = g.Count+1, g.Amount+int64(amount)
	return int64(amount)
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
	credit := own.within
	if credit.Known() && own.overdue.Known() {
		credit += own.overdue
	}
	return Contributing{ID: a.ID, Code: a.Code, Name: a.Name, Sales: int64(own.sales), Gross: minor(own.gross), Service: minor(costs.Service),
		Fees: minor(costs.Fees), Credit: minor(credit), Amount: minor(m.contributions[row]), Grade: m.graded.Grades[row].String()}
}

// Balance is what one account contributes, step by step, and where it stands
// between what was put in and what came out.
type Balance struct {
	Frame
	Since  kernel.Date     `json:"since"`
	Until  kernel.Date     `json:"until"`
	Parts  []Part          `json:"parts"`
	Grade  string          `json:"grade" enum:",A,B,C"`
	Blank  bool            `json:"blank" doc:"Nobody has recorded what was put into it"`
	Why    why.Explanation `json:"why"`
	Effort Effective       `json:"effort"`
}

// Effective is where an account stands in the matrix of input and output.
type Effective struct {
	Output   *float64        `json:"output" doc:"0–100"`
	Input    *float64        `json:"input"  doc:"0–100; null: no data"`
	Spent    *int64          `json:"spent"  doc:"Hours, expenses and material; null: no data"`
	ROI      *float64        `json:"roi"    doc:"Gross profit by what was put in"`
	Quadrant string          `json:"quadrant" enum:"incomplete,focus,improve,standard,reduce"`
	Why      why.Explanation `json:"why"`
}

// Balance is that of a row.
func (v *View) Balance(row int32) Balance {
	m, p := v.merits(), v.period()
	b := v.balances(p)
	from, to := p.days()
	own := v.stepsOf(row, v.money.spent.spentAt(v.accounts[row].ID), p, b)
	return Balance{Frame: v.Frame, Since: kernel.FromOrdinal(from), Until: kernel.FromOrdinal(to), Parts: own.Parts(m.contributions[row]),
		Grade: m.graded.Grades[row].String(), Blank: !cost(b.service, row).Known() && !cost(b.fees, row).Known(),
		Why: v.told(v.explainContribution(row)), Effort: v.effective(row)}
}

// told leaves out the shares, and what would change a class, of who sees only
// some accounts: they would tell him what all of them bring.
func (v *View) told(e why.Explanation) why.Explanation {
	if v.scope == Own {
		e.Inputs = slices.DeleteFunc(e.Inputs, func(f why.Figure) bool { return f.Unit == why.Share })
	}
	if e.Changes == nil {
		e.Changes = []why.Change{}
	}
	return e
}

func (v *View) effective(row int32) Effective {
	place := v.merits().places[row]
	return Effective{known(place.Output), known(place.Input), minor(cost(v.balances(v.period()).effort, row)), known(place.ROI),
		quadrantNames[place.Quadrant], v.told(v.explainEffort(row))}
}

var quadrantNames = [...]string{effort.None: "incomplete", effort.Focus: "focus", effort.Improve: "improve", effort.Standard: "standard", effort.Reduce: "reduce"}

// Efforts is the matrix of input and output (method M31).
type Efforts struct {
	Frame
	Since     kernel.Date   `json:"since"`
	Until     kernel.Date   `json:"until"`
	Cuts      *[2]float64   `json:"cuts,omitempty" doc:"Medians of input and of output; absent: nobody records what is put in"`
	Quadrants []EffortCount `json:"quadrants" doc:"focus, improve, standard, reduce"`
	Blank     Tally         `json:"blank"     doc:"No data: nobody has recorded what was put into them, or nothing is known of their output"`
	Worth     int           `json:"worth"     doc:"Of the 20 % with the highest output, those that bring at least what is put in"`
	Points    []EffortSpot  `json:"points"    doc:"The largest of those that have a place, at most 3,000"`
	Ranking   []EffortSpot  `json:"ranking"   doc:"By return on what was put in, at most 200 from each end"`
}

// EffortCount is how many accounts are in a field, and what was put into them.
type EffortCount struct {
	Quadrant string `json:"quadrant" enum:"focus,improve,standard,reduce"`
	Spent    int64  `json:"spent"`
	Tally
}

// EffortSpot is an account in the matrix.
type EffortSpot struct {
	ID       kernel.ID `json:"id"`
	Code     string    `json:"code"`
	Name     string    `json:"name"`
	Sales    int64     `json:"sales"`
	Gross    *int64    `json:"gross"`
	Spent    int64     `json:"spent"`
	Output   float64   `json:"output"`
	Input    float64   `json:"input"`
	ROI      *float64  `json:"roi"`
	Quadrant string    `json:"quadrant" enum:"focus,improve,standard,reduce"`
	Target   bool      `json:"target" doc:"One to concentrate on"`
}

// topOutput is the part of the accounts by output among whom those to
// concentrate on are chosen (method M31).
const topOutput = 0.20

// Efforts lays the accounts under the mask out.
func (v *View) Efforts() Efforts {
	m, p := v.merits(), v.period()
	from, to := p.days()
	e := Efforts{Frame: v.Frame, Since: kernel.FromOrdinal(from), Until: kernel.FromOrdinal(to), Quadrants: []EffortCount{}, Points: []EffortSpot{}, Ranking: []EffortSpot{}}
	spent := v.balances(p).effort
	var counts [effort.Reduce + 1]EffortCount
	rows := []int32{}
	for _, row := range v.order(byValueDown).rows {
		if !v.mask.Has(row) {
			continue
		}
		q := m.places[row].Quadrant
		if counts[q].tally(v.value[row]); q != effort.None {
			counts[q].Spent += int64(spent[row])
			rows = append(rows, row)
		}
	}
	for q := effort.Focus; q <= effort.Reduce; q++ {
		counts[q].Quadrant = quadrantNames[q]
		counts[q].of(v.ranked.Total)
		e.Quadrants = append(e.Quadrants, counts[q])
	}
	e.Blank = counts[effort.None].Tally
	e.Blank.of(v.ranked.Total)
	if len(rows) > 0 && v.scope == Whole {
		e.Cuts = &[2]float64{float64(m.portfolio.Cuts.X), float64(m.portfolio.Cuts.Y)}
	}
	v.listed31(&e, rows)
	return e
}

// listed31 lists the points, the largest accounts first, and both ends of the
// ranking by return.
func (v *View) listed31(e *Efforts, rows []int32) {
	targets := v.targets()
	for row := range targets {
		if v.mask.Has(row) {
			e.Worth++
		}
	}
	for _, row := range rows[:min(len(rows), mostPoints)] {
		e.Points = append(e.Points, v.effortSpot(row, targets[row]))
	}
	by := v.byReturn(rows)
	if len(by) > 2*mostContributing {
		by = append(by[:mostContributing], by[len(by)-mostContributing:]...)
	}
	for _, row := range by {
		e.Ranking = append(e.Ranking, v.effortSpot(row, targets[row]))
	}
}

// targets are the accounts to concentrate on.
func (v *View) targets() map[int32]bool {
	all := map[int32]bool{}
	for _, row := range effort.Worthwhile(v.merits().places, topOutput) {
		all[row] = true
	}
	return all
}

// byReturn are accounts by return on what was put in, the highest first; those
// whose gross profit is not known stand last.
func (v *View) byReturn(rows []int32) []int32 {
	places, by := v.merits().places, slices.Clone(rows)
	slices.SortStableFunc(by, func(x, y int32) int {
		a, b := places[x].ROI, places[y].ROI
		if !a.Known() || !b.Known() {
			return cmp.Compare(seat(a), seat(b))
		}
		return cmp.Compare(b, a)
	})
	return by
}

// seat is 1 for who is to stand last.
func seat(n null.Number) int {
	if n.Known() {
		return 0
	}
	return 1
}

// Returning are all accounts under the mask that have a place, by return.
func (v *View) Returning() iter.Seq[EffortSpot] {
	rows, targets := []int32{}, v.targets()
	v.each(func(row int32) {
		if v.merits().places[row].Quadrant != effort.None {
			rows = append(rows, row)
		}
	})
	return func(yield func(EffortSpot) bool) {
		for _, row := range v.byReturn(rows) {
			if !yield(v.effortSpot(row, targets[row])) {
				return
			}
		}
	}
}

func (v *View) effortSpot(row int32, target bool) EffortSpot {
	a, place, p := v.Account(row), v.merits().places[row], v.period()
	t := v.trend(row, p.last, v.Ask.Returns)
	return EffortSpot{ID: a.ID, Code: a.Code, Name: a.Name, Sales: t.now, Gross: minor(t.gross()), Spent: int64(v.balances(p).effort[row]),
		Output: float64(place.Output), Input: float64(place.Input), ROI: known(place.ROI), Quadrant: quadrantNames[place.Quadrant], Target: target}
}

// behindEffort is the condition of a field of the matrix.
func (v *View) behindEffort(mark string) func(int32) bool {
	q := slices.Index(quadrantNames[:], mark)
	if q < 0 {
		return nil
	}
	places := v.merits().places
	return func(row int32) bool { return int(places[row].Quadrant) == q }
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
