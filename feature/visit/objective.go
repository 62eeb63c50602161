package visit

import (
	"erba/analysis/null"
	smart "erba/analysis/objective"
	"erba/kernel"
)

// What an objective is linked to.
const (
	ToGoal    = "goal"
	ToProduct = "product"
)

// Objective is what is to be reached at a visit (method M57), and what was.
type Objective struct {
	ID         kernel.ID       `json:"id,omitzero"      db:"id"`
	Visit      kernel.ID       `json:"-"                db:"visit_id"`
	Place      int64           `json:"-"                db:"place"`
	Text       string          `json:"text"             db:"text"`
	Metric     string          `json:"metric"           db:"metric"`
	Target     *kernel.Decimal `json:"target"           db:"target"`
	Unit       string          `json:"unit"             db:"unit"`
	Confidence *int64          `json:"confidence"       db:"confidence" doc:"Per cent"`
	Link       string          `json:"link"             db:"link" enum:",goal,product"`
	Year       int64           `json:"year"             db:"goal_year" doc:"Of the goal; 0: none"`
	Product    kernel.ID       `json:"product,omitzero" db:"product_id"`
	Deadline   kernel.Date     `json:"deadline"         db:"deadline_on"`
	Confirmed  bool            `json:"confirmed"        db:"confirmed" doc:"Only with five lights"`
	Actual     *kernel.Decimal `json:"actual"           db:"actual" doc:"null: no result yet"`

	Lights     []smart.Light `json:"lights"     db:"-"`
	Score      int           `json:"score"      db:"-" doc:"Lights that are on, of five"`
	Attainment null.Number   `json:"attainment" db:"-" doc:"Actual of target, at most 1.5; null: no result yet"`
}

// judged is the objective as method M57 knows it.
func (o Objective) judged() smart.Objective {
	return smart.Objective{Text: o.Text, Metric: o.Metric, Target: figure(o.Target), Unit: o.Unit, Confidence: whole(o.Confidence),
		Linked: o.Link == ToGoal && o.Year > 0 || o.Link == ToProduct && !o.Product.IsZero(), Deadline: o.Deadline}
}

func figure(d *kernel.Decimal) null.Number {
	if d == nil {
		return null.None
	}
	return null.Number(d.Float())
}

func whole(n *int64) null.Number {
	if n == nil {
		return null.None
	}
	return null.Of(*n)
}

// lit is an objective with its lights and how far it was reached.
func (o Objective) lit(c *smart.Config, f smart.Frame) Objective {
	o.Lights = c.Lights(o.judged(), f)
	o.Score = smart.Score(o.Lights)
	o.Attainment = c.Attainment(figure(o.Actual), figure(o.Target))
	return o
}

// met reports whether an objective was reached in full.
func (o Objective) met() bool { return o.Attainment.Known() && o.Attainment >= 1 }

const mostObjectives = 10

// check reports the first rule that objectives break which are to be kept.
func check(c *smart.Config, f smart.Frame, all []Objective) error {
	if len(all) > mostObjectives {
		return kernel.Invalid("objective.too_many", "most", mostObjectives).In("objectives")
	}
	for _, o := range all {
		if short(o.Text) {
			return kernel.Invalid("objective.no_text").In("text")
		}
		for _, l := range c.Lights(o.judged(), f) {
			if l.On || l.Letter != "T" || o.Deadline.IsZero() {
				continue
			}
			return kernel.Invalid(l.Reason, pairs(l.Args)...).In("deadline")
		}
		if lit := o.lit(c, f); o.Confirmed && lit.Score < smart.Full {
			return unlit(lit)
		}
	}
	return nil
}

// unlit says which light keeps an objective from being confirmed.
func unlit(o Objective) error {
	for _, l := range o.Lights {
		if !l.On {
			return kernel.Refused("objective.unlit", "text", o.Text, "score", o.Score, "letter", l.Letter).In("confirmed")
		}
	}
	return nil
}

func pairs(args map[string]any) (all []any) {
	for name, value := range args {
		all = append(all, name, value)
	}
	return all
}
