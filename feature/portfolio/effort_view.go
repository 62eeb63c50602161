package portfolio

import (
	"cmp"
	"iter"
	"slices"

	"erba/analysis/effort"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Effective is where an account stands in the matrix of input and output.
type Effective struct {
	Output   *float64        `json:"output" doc:"0–100"`
	Input    *float64        `json:"input"  doc:"0–100; null: no data"`
	Spent    *int64          `json:"spent"  doc:"Hours, expenses and material; null: no data"`
	ROI      *float64        `json:"roi"    doc:"Gross profit by what was put in"`
	Quadrant string          `json:"quadrant" enum:"incomplete,focus,improve,standard,reduce"`
	Why      why.Explanation `json:"why"`
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
