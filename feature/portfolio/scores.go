package portfolio

import (
	"erba/analysis/grade"
	"erba/analysis/grid"
	"erba/analysis/indicator"
	"erba/analysis/invest"
	"erba/analysis/null"
	"erba/analysis/scorecard"
	"erba/analysis/value"
)

// cards are the scorecards of all accounts. Where nobody can have a result,
// because nobody has given enough of the ratings, they are nil.
type cards struct {
	points scorecard.Scores // of the value scorecard (method M14)
	worth  []grade.Class
	matrix []invest.Place // of the investment matrix (method M12)
	climb  climb
	merit  merits
}

// weigh fills in the scorecards.
func (e *Evaluated) weigh() {
	n, cfg := e.Len(), &e.Setting.Config
	if cfg.Value.Possible(e.answered()) {
		columns := e.answers()
		cfg.Value.Score(&columns, n, &e.points)
		e.worth = make([]grade.Class, n)
		cfg.Value.Classes(&e.points, e.worth)
	}
	if columns, any := e.ratings(); any {
		e.matrix = make([]invest.Place, n)
		cfg.Invest.PlaceAll(columns, n, new(invest.Scores), e.matrix)
	}
}

// answered says which indicators are known of anybody. Of how much of the range
// an account buys there are no records yet.
func (e *Evaluated) answered() (known [value.Indicators]bool) {
	known[value.Margin], known[value.Sales], known[value.Growth] = e.costed, true, true
	b := e.balances(e.period())
	known[value.Payment], known[value.ServiceCost] = b.owed != nil, b.service != nil
	known[value.Contribution] = e.costed && b.service != nil
	known[value.Room] = anyOf(e.demand, func(v int64) bool { return v != grid.Unknown })
	known[value.Influence] = anyOf(e.influence, func(v uint8) bool { return v != 0 })
	for i, kind := range asked {
		known[i] = e.rated[kind] != nil
	}
	return known
}

// asked are the indicators that people rate.
var asked = map[int]string{value.Standing: Standing, value.Satisfaction: Satisfaction, value.Loyalty: Loyalty}

func anyOf[T any](column []T, is func(T) bool) bool {
	for _, v := range column {
		if is(v) {
			return true
		}
	}
	return false
}

// answers are the indicators of all accounts, column by column; those that
// people rate are the columns of their ratings themselves.
func (e *Evaluated) answers() (columns value.Columns) {
	for _, i := range reckoned {
		columns[i] = make([]null.Number, e.Len())
	}
	for i, kind := range asked {
		columns[i] = e.rated[kind]
	}
	last, b := wholeMonth(e.Ask.AsOf), e.balances(e.period())
	if b.recorded() {
		for _, i := range recorded {
			columns[i] = make([]null.Number, e.Len())
		}
	}
	for row := range int32(e.Len()) {
		t := e.trend(row, last, e.Ask.Returns)
		columns[value.Margin][row], columns[value.Growth][row] = t.margin(), t.growth()
		if b.recorded() {
			columns[value.Payment][row], columns[value.Contribution][row], columns[value.ServiceCost][row] = e.earned(row, t, b)
		}
		columns[value.Sales][row] = null.Of(e.yearly[row])
		columns[value.Room][row], columns[value.Influence][row] = e.room(row), e.reputation(row)
	}
	return columns
}

// reckoned are the indicators that the columns of the portfolio know.
var reckoned = [...]int{value.Margin, value.Sales, value.Growth, value.Room, value.Influence}

// recorded are those that what is put in and what is owed tell.
var recorded = [...]int{value.Payment, value.Contribution, value.ServiceCost}

// indicators are the answers of one account.
func (e *Evaluated) indicators(row int32, last int16) (a [value.Indicators]null.Number) {
	for i := range a {
		a[i] = null.None
	}
	t := e.trend(row, last, e.Ask.Returns)
	a[value.Margin], a[value.Growth] = t.margin(), t.growth()
	a[value.Payment], a[value.Contribution], a[value.ServiceCost] = e.earned(row, t, e.balances(e.period()))
	a[value.Sales] = null.Of(e.yearly[row])
	a[value.Room], a[value.Influence] = e.room(row), e.reputation(row)
	for i, kind := range asked {
		a[i] = e.rating(kind, row)
	}
	return a
}

// earned are how punctually an account pays, what it contributes and what part of
// its sales it takes to serve it. A contribution of which nobody has recorded
// what it takes to serve is the gross profit by another name, so it is none.
func (e *Evaluated) earned(row int32, t trend, b *balances) (payment, contributed, service null.Number) {
	costs := e.costs(row, t, b)
	payment, contributed, service = b.owedBy(row).Punctual, null.None, null.None
	if costs.Service.Known() {
		contributed = e.Setting.Config.Worth.Of(costs)
		if t.now > 0 {
			service = null.Ratio(costs.Service, null.Of(t.now))
		}
	}
	return payment, contributed, service
}

// room is the part of all purchases that is not ours yet.
func (e *Evaluated) room(row int32) null.Number {
	if demand := e.demand[row]; demand > 0 {
		return 1 - null.Of(e.yearly[row])/null.Of(demand)
	}
	return null.None
}

func (e *Evaluated) reputation(row int32) null.Number {
	if e.influence[row] == 0 {
		return null.None
	}
	return null.Of(e.influence[row])
}

// rating is what somebody has said of an account, None if nobody has.
func (r *Judged) rating(kind string, row int32) null.Number {
	if column := r.rated[kind]; column != nil {
		return column[row]
	}
	return null.None
}

// ratings are the columns of the matrix; any says that somebody has rated something.
func (r *Judged) ratings() (columns [][]null.Number, any bool) {
	for _, kind := range matrix {
		columns, any = append(columns, r.rated[kind]), any || r.rated[kind] != nil
	}
	return columns, any
}

// ratingsOf are those of one account.
func (r *Judged) ratingsOf(row int32) (all []null.Number) {
	for _, kind := range matrix {
		all = append(all, r.rating(kind, row))
	}
	return all
}

// class is the class of an account by the value scorecard.
func (e *Evaluated) class(row int32) grade.Class {
	if e.worth == nil {
		return grade.None
	}
	return e.worth[row]
}

// scoreOf is the total of an account that is complete enough for a class.
func (e *Evaluated) scoreOf(row int32) null.Number {
	if e.worth == nil {
		return null.None
	}
	return e.points.Judged(int(row))
}

// quadrantOf is the field of an account in the matrix.
func (e *Evaluated) quadrantOf(row int32) invest.Place {
	if e.matrix == nil {
		return invest.Place{Potential: null.None, Strength: null.None}
	}
	return e.matrix[row]
}

// single is the one measure by which method M13 judges an account.
func (e *Evaluated) single(row int32) null.Number {
	switch e.Setting.Config.Single.Measure {
	case indicator.Sales:
		return null.Of(e.yearly[row])
	case indicator.Profit:
		return e.trend(row, wholeMonth(e.Ask.AsOf), e.Ask.Returns).gross()
	case indicator.Volume:
		if e.demand[row] != grid.Unknown {
			return null.Of(e.demand[row])
		}
	}
	return null.None
}

// singly is the class of an account by that measure.
func (e *Evaluated) singly(row int32) grade.Class {
	return e.Setting.Config.Single.Class(e.single(row))
}
