package portfolio

import (
	"erba/analysis/grade"
	"erba/analysis/membership"
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/analysis/why"
	"erba/kernel"
)

// customer is what the card of an account is given by (method M19). Points count
// only where the scorecard is complete enough for a class.
func (e *Evaluated) customer(row int32) membership.Customer {
	return membership.Customer{Key: e.isKey(row), Sales: null.Of(e.yearly[row]), Score: e.scoreOf(row), Years: e.years(row)}
}

// isKey reports whether cards are for an account at all: PYR.A or B, or a tier
// MAJOR or NAMED that rests on an estimate.
func (e *Evaluated) isKey(row int32) bool {
	return e.tiers[row] >= pyramid.Named || e.climbed(row) >= grade.B
}

// years are those that have passed since the first purchase; None before it.
func (e *Evaluated) years(row int32) null.Number {
	if e.first[row] == never {
		return null.None
	}
	return null.Of(wholeYears(kernel.FromOrdinal(e.first[row]), e.Ask.AsOf))
}

// wholeYears is how many whole years lie between two days.
func wholeYears(from, to kernel.Date) int {
	begin, _, _ := from.Parts()
	end, _, _ := to.Parts()
	years := end - begin
	if from.AddMonths(12*years).Compare(to) > 0 {
		years--
	}
	return max(0, years)
}

func (e *Evaluated) explainCard(row int32) why.Explanation {
	return e.Setting.Config.Cards.Explain(e.customer(row))
}

// trustInCardOf is how far a card can be trusted: where an answer that nobody has
// given could lead to a higher one, not far.
func (e *Evaluated) trustInCardOf(row int32) Confidence {
	_, open := e.Setting.Config.Cards.Of(e.customer(row))
	return e.trustInCard(row, !open, Standing, Satisfaction, Loyalty, Influence)
}
