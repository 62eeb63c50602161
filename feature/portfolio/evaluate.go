package portfolio

import (
	"sync"

	"erba/analysis/grade"
	"erba/analysis/grid"
	"erba/analysis/pareto"
	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
	"erba/analysis/rfm"
)

// Evaluated are the results of all models for all accounts, by one question.
// They are computed once and then only read.
type Evaluated struct {
	Ask     Ask // settled
	Setting Setting
	*Columns
	*Judged
	*sums
	window window
	cards
	strategic, vip map[int32]bool // approved nominations that hold on the as-of day

	ranking pareto.Ranking // by the measure
	abc     []pareto.Class
	steps   rfm.Steps
	scored  int
	scores  []rfm.Score
	yearly  []int64 // sales
	current []int64 // the measure, yearly
	places  []grid.Place
	cuts    quadrant.Cuts
	types   []quadrant.Type
	tiers   []pyramid.Tier
	fired   []Fired
	bySales *Evaluated // itself, or the same question by sales, which the register asks

	sorted [4]sorted
	phases phases
}

// sorted is an order of all rows, made when somebody first asks for it.
type sorted struct {
	sync.Once
	rows   []int32
	placed sync.Once
	place  []int32
}

// evaluate runs all models over all accounts. The register speaks of sales;
// asked by another measure it needs the evaluation by sales.
func evaluate(a Ask, set Setting, c *Columns, j *Judged, edges []Edge, bySales *Evaluated) *Evaluated {
	w := windowOf(a, c.Until)
	e := &Evaluated{Ask: a, Setting: set, Columns: c, Judged: j, sums: c.sum(a, w, edges), window: w,
		strategic: j.standing(c, Strategic, a.AsOf), vip: j.standing(c, VIP, a.AsOf)}
	var behaviour sync.WaitGroup
	defer behaviour.Wait()
	behaviour.Go(e.score) // a quarter of the work, on which nothing else rests
	e.classify()
	e.place()
	e.weigh()
	e.layer()
	if e.bySales = bySales; bySales == nil {
		e.bySales = e
		e.fire()
	} else {
		e.fired = bySales.fired
	}
	return e
}

func (e *Evaluated) classify() {
	e.ranking.Rank(e.value)
	e.abc = make([]pareto.Class, e.Len())
	e.ranking.Classify(e.abc, e.Setting.Config.Pareto)
}

func (e *Evaluated) score() {
	recency := make([]int32, e.Len())
	today := e.Ask.AsOf.Ordinal()
	for row, last := range e.final {
		recency[row] = rfm.Never
		if last != never {
			recency[row] = today - last
		}
	}
	e.scores = make([]rfm.Score, e.Len())
	var scorer rfm.Scorer
	e.steps, e.scored = scorer.Score(rfm.Columns{Recency: recency, Orders: e.orders, Amount: e.value}, e.Setting.Config.RFM, e.scores)
}

// place finds the grid and the two values, which speak of years.
func (e *Evaluated) place() {
	n, cfg := e.Len(), &e.Setting.Config
	e.yearly, e.current = e.ofYear(e.sales), e.ofYear(e.value)
	e.places, e.types, e.tiers = make([]grid.Place, n), make([]quadrant.Type, n), make([]pyramid.Tier, n)
	cfg.Grid.PlaceAll(e.yearly, e.demand, e.places)
	ranked := &e.ranking
	if e.window.months != Usual {
		ranked = new(pareto.Ranking).Rank(e.current)
	}
	e.cuts = new(quadrant.Finder).Cuts(ranked, e.current, e.expected, cfg.Quadrant)
	e.cuts.TypeAll(e.current, e.expected, e.types)
}

// layer finds the tiers, which the value scorecard may lift.
func (e *Evaluated) layer() {
	for row, t := range e.types {
		e.tiers[row] = e.Setting.Config.Pyramid.Tier(t, e.lift(int32(row)))
	}
}

// lift is what raises an account above the tier of its two values.
func (e *Evaluated) lift(row int32) pyramid.Lift {
	return pyramid.Lift{VIP: e.isVIP(row), Strategic: e.class(row) == grade.A}
}

// ofYear is a column of the window as one of a year; the same where it is one.
func (e *Evaluated) ofYear(column []int64) []int64 {
	if e.window.months == Usual {
		return column
	}
	since := e.Ask.AsOf.Ordinal()
	for _, day := range e.first {
		if day != never {
			since = min(since, day)
		}
	}
	yearly := e.window.yearly(since)
	scaled := make([]int64, len(column))
	for row, v := range column {
		scaled[row] = yearly(v)
	}
	return scaled
}

func (e *Evaluated) isVIP(row int32) bool {
	return len(e.vip) > 0 && e.Setting.Config.Grid.VIP(e.influence[row], e.vip[row])
}

// letter is the grid class that serves: VIP before the cell's.
func (e *Evaluated) letter(row int32) string {
	if e.isVIP(row) {
		return VIP
	}
	return e.places[row].Class.String()
}

// tier is the tier that is shown, and whether the current value alone gave it.
func (e *Evaluated) tier(row int32) (t pyramid.Tier, provisional bool) {
	if t = e.tiers[row]; t != pyramid.None {
		return t, false
	}
	return pyramid.Provisional(e.cuts.High(e.current[row])), true
}

// tray reports whether nobody has estimated the account.
func (e *Evaluated) tray(row int32) bool { return !e.places[row].Known }
