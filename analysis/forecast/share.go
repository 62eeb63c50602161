package forecast

import (
	"gonum.org/v1/gonum/stat/distuv"

	"erba/analysis/null"
)

// Share is how many of some cases went a way, and between which bounds the true
// share lies. Of too few cases there is no share, only the count.
type Share struct {
	Won  int         `json:"won"`
	Of   int         `json:"of"   doc:"Decided: won and lost"`
	Mean null.Number `json:"mean" doc:"null: too few to say"`
	Low  null.Number `json:"low"`
	High null.Number `json:"high"`
}

// Share is the share of won cases among decided ones with its interval: quantiles
// of the Beta distribution that even odds before the first case and the cases give
// (won + 1, lost + 1).
func (c *Config) Share(won, of int) Share {
	s := Share{Won: won, Of: of, Mean: null.None, Low: null.None, High: null.None}
	if of < c.Least || won < 0 || won > of {
		return s
	}
	known := distuv.Beta{Alpha: float64(won) + 1, Beta: float64(of-won) + 1}
	tail := (1 - c.Sure) / 2
	s.Mean = null.Of(won) / null.Of(of)
	s.Low, s.High = min(s.Mean, null.Of(known.Quantile(tail))), max(s.Mean, null.Of(known.Quantile(1-tail)))
	return s
}
