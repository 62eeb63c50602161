package demo

// Rating is what a seller says of an account on a scale.
type Rating struct {
	Account int
	Kind    string
	Value   int64
}

// Rated are what sellers say of those accounts that they were asked about: of a
// third how large and loyal they are and what surveys said, of a sixth, too,
// where it pays to invest.
func (c *Company) Rated() (all []Rating) {
	r := source(partRatings, len(c.Accounts))
	for i := range c.Accounts {
		mood := r.Float64() // who likes one thing about us tends to like the others
		say := func(kind string, low, high float64) {
			all = append(all, Rating{i, kind, int64(low + (high-low+1)*(0.6*mood+0.4*r.Float64())*0.999)})
		}
		asked := r.Float64()
		if asked < cardRated {
			say("standing", 1, 5)
			say("satisfaction", 62, 96)
			say("loyalty", 1, 5)
		}
		if asked < matrixRated {
			for _, kind := range matrixKinds {
				say(kind, 1, 5)
			}
		}
	}
	return all
}

const (
	cardRated   = 0.33
	matrixRated = 0.17
)

var matrixKinds = [...]string{"invest_budget", "invest_growth", "invest_reputation", "invest_profitability", "invest_exclusivity",
	"invest_range", "invest_support", "invest_price", "invest_reliability", "invest_people"}
