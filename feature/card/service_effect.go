package card

import "erba/feature/evaluation"

// effects are what follows from another card, for who decides about it. What it
// gives in numbers is said of the card itself.
func effects(_ *evaluation.Rules, _, becomes string) []evaluation.Effect {
	if becomes == "" {
		return []evaluation.Effect{{Key: "card.effect_none"}}
	}
	gives := "card.effect_" + becomes
	return []evaluation.Effect{{Key: gives}, {Key: "card.effect_year"}}
}
