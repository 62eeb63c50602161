package dunning

import (
	"cmp"
	"slices"

	"erba/kernel"
)

// Why money is expected on a day.
const (
	ByPromise = "promise"
	ByDue     = "due"    // it is due, and the account pays in time
	ByHabit   = "habit"  // as late as it usually pays
	Unsaid    = "unsaid" // its usual day has passed: nobody knows
)

// Open is what is left of a claim.
type Open struct {
	Number string
	Due    kernel.Date // zero: unknown
	Left   int64
}

// Expected is money that is likely to come on a day.
type Expected struct {
	On     kernel.Date `json:"on,omitzero" doc:"Empty: nobody knows when"`
	Amount int64       `json:"amount"`
	Why    string      `json:"why" enum:"promise,due,habit,unsaid"`
	Number string      `json:"number,omitzero"`
}

// Expect says when open claims are likely to be paid. Promised money, of which so
// much is still to come, pays the earliest due; the rest comes when it is due, or
// as many days later as the account usually is. All of it is the sum of the claims.
func Expect(claims []Open, promised []Promise, late int, on kernel.Date) (all []Expected) {
	claims = slices.Clone(claims)
	slices.SortStableFunc(claims, func(a, b Open) int { return cmp.Or(compare(a.Due.IsZero(), b.Due.IsZero()), a.Due.Compare(b.Due)) })
	promised = slices.Clone(promised)
	slices.SortStableFunc(promised, func(a, b Promise) int { return a.Due.Compare(b.Due) })
	for _, c := range claims {
		for i := range promised {
			part := min(c.Left, promised[i].Amount)
			if part <= 0 {
				continue
			}
			promised[i].Amount -= part
			c.Left -= part
			all = append(all, Expected{promised[i].Due, part, ByPromise, c.Number})
		}
		if c.Left > 0 {
			all = append(all, c.expected(late, on))
		}
	}
	slices.SortStableFunc(all, func(a, b Expected) int {
		return cmp.Or(compare(a.On.IsZero(), b.On.IsZero()), a.On.Compare(b.On), cmp.Compare(a.Number, b.Number))
	})
	return all
}

// expected is when what nobody promised comes.
func (c Open) expected(late int, on kernel.Date) Expected {
	day, why := c.Due.Add(max(0, late)), ByDue
	if late > 0 {
		why = ByHabit
	}
	if c.Due.IsZero() || day.Compare(on) < 0 {
		return Expected{Amount: c.Left, Why: Unsaid, Number: c.Number}
	}
	return Expected{day, c.Left, why, c.Number}
}

// compare has the known before the unknown.
func compare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
