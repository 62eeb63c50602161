package card

import (
	"math"

	"erba/analysis/membership"
	"erba/kernel"
)

// of is the card of the method that a level is named after.
func of(level string) membership.Card {
	return map[string]membership.Card{Silver: membership.Silver, Gold: membership.Gold, Platinum: membership.Platinum}[level]
}

// Named is the level of a card of the method, "" for none.
func Named(c membership.Card) string {
	return [...]string{"", Silver, Gold, Platinum}[c]
}

// gives is what a level gives.
func gives(cfg *membership.Config, level string) membership.Level { return of(level).Of(cfg) }

// decimal is a factor with six places.
func decimal(factor float64) kernel.Decimal { return kernel.Micro(int64(math.Round(factor * 1e6))) }
