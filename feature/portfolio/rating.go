package portfolio

import (
	"slices"

	"erba/analysis/null"
	"erba/kernel"
)

// The ratings that the value scorecard (method M14) asks people for.
const (
	Standing     = "standing"     // 1–5: size and place in its trade
	Satisfaction = "satisfaction" // per cent
	Loyalty      = "loyalty"      // 1–5: would recommend us
)

// matrix are the ten ratings of the investment matrix (method M12), in the
// order of its cards: five of the potential, five of our strength there.
var matrix = [...]string{
	"invest_budget", "invest_growth", "invest_reputation", "invest_profitability", "invest_exclusivity",
	"invest_range", "invest_support", "invest_price", "invest_reliability", "invest_people",
}

// positioning are the judgements by which it is decided with whom to begin
// (method M28): indices from 0 to 100, and our network there.
var positioning = [...]string{"entry_chance", "entry_cost", "entry_yield", network}

const network = "entry_network" // 0–5

// kinds are all that people judge about an account.
var kinds = slices.Concat([]string{Demand, Potential, Influence, Standing, Satisfaction, Loyalty}, matrix[:], positioning[:])

// scale is from where to where a judgement of a kind goes; amounts have no end.
func scale(kind string) (least, most int64, bounded bool) {
	switch kind {
	case Demand, Potential:
		return 0, 0, false
	case network:
		return 0, highest, true
	case Satisfaction, positioning[0], positioning[1], positioning[2]:
		return 0, 100, true
	}
	return 1, highest, true
}

// within refuses a judgement off its scale, and one of a kind that there is not.
func (e Estimate) within() error {
	least, most, bounded := scale(e.Kind)
	switch {
	case !slices.Contains(kinds, e.Kind):
		return kernel.Invalid("portfolio.bad_kind", "kind", e.Kind)
	case !bounded && e.Value < 0:
		return kernel.Invalid("portfolio.negative_estimate")
	case e.Kind == Influence && (e.Value < least || e.Value > most):
		return kernel.Invalid("portfolio.bad_influence", "max", most)
	case bounded && (e.Value < least || e.Value > most):
		return kernel.Invalid("portfolio.bad_rating", "min", least, "max", most)
	}
	return nil
}

// rate lays a rating out as a column of its kind, per cent as a share; kinds that
// nobody has rated have none.
func (r *Judged) rate(row int, e *Estimate) {
	column, ok := r.rated[e.Kind]
	if !ok {
		column = slices.Repeat([]null.Number{null.None}, len(r.demand))
		r.rated[e.Kind] = column
	}
	if column[row] = null.Of(e.Value); e.Kind == Satisfaction {
		column[row] /= 100
	}
}
