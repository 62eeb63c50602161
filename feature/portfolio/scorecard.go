package portfolio

import (
	"erba/analysis/grade"
	"erba/analysis/indicator"
	"erba/analysis/invest"
	"erba/analysis/null"
)

// Scored is the value scorecard of one account, as a radar shows it.
type Scored struct {
	Total        *float64 `json:"total"        doc:"0–100; null: nothing is known"`
	Completeness float64  `json:"completeness" doc:"0–1; below the least there is no class"`
	Class        string   `json:"class"        enum:",A,B,C,D" doc:"PYR; empty: too little is known"`
	Aspects      []Aspect `json:"aspects"`
	Missing      []string `json:"missing"      doc:"Indicators that nobody has answered; text keys behind value."`
}

// Aspect is one of the four sides of the scorecard.
type Aspect struct {
	Name   string      `json:"name"   enum:"finance,selling,customer,service" doc:"Text key behind value."`
	Weight float64     `json:"weight" doc:"Per cent"`
	Index  *float64    `json:"index"  doc:"0–100; null: nothing of it is known"`
	Items  []Indicator `json:"items"`
}

// Indicator is one question of the scorecard, and its answer.
type Indicator struct {
	Name   string   `json:"name"   doc:"Text key behind value."`
	Unit   string   `json:"unit"   enum:"amount,share,score"`
	Weight float64  `json:"weight" doc:"Per cent of its aspect"`
	Floor  float64  `json:"floor"`
	Target float64  `json:"target"`
	Value  *float64 `json:"value"  doc:"null: not known, or not to be told"`
	Score  *float64 `json:"score"  doc:"0–100"`
}

// known is a number as it is answered.
func known(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	v := float64(n)
	return &v
}

// Graded is how many accounts have a class PYR.A to PYR.D.
type Graded struct {
	Class string `json:"class" enum:"A,B,C,D"`
	Tally
}

// Scorecard is the classes of the value scorecard (method M14), with those over
// time (method M18).
type Scorecard struct {
	Frame
	Classes    []Graded `json:"classes"    doc:"A to D, by the scores of now"`
	Climbed    []Graded `json:"climbed"    doc:"A to D, over time"`
	Potential  Tally    `json:"potential"  doc:"P: never bought"`
	Incomplete Tally    `json:"incomplete" doc:"Too little is known"`
	Near       Tally    `json:"near"       doc:"Close below the next class"`
}

// Scorecard counts the classes under the mask.
func (v *View) Scorecard() Scorecard {
	s := Scorecard{Frame: v.Frame}
	now, climbed := gradeTallies{}, gradeTallies{}
	v.each(func(row int32) {
		now[v.class(row)].tally(v.value[row])
		climbed[v.climbed(row)].tally(v.value[row])
		if v.near(row) {
			s.Near.tally(v.value[row])
		}
	})
	total := v.ranked.Total
	s.Classes, s.Climbed = now.graded(total), climbed.graded(total)
	s.Potential, s.Incomplete = climbed[grade.P], now[grade.None]
	for _, t := range []*Tally{&s.Potential, &s.Incomplete, &s.Near} {
		t.of(total)
	}
	return s
}

// gradeTallies are tallies by class.
type gradeTallies [grade.A + 1]Tally

// graded are those of A to D, with their shares of a total.
func (g *gradeTallies) graded(total int64) []Graded {
	all := []Graded{}
	for class := grade.A; class >= grade.D; class-- {
		g[class].of(total)
		all = append(all, Graded{class.String(), g[class]})
	}
	return all
}

// Single is the classes by one measure (method M13), and how far they diverge
// from those of the scorecard.
type Single struct {
	Frame
	By         string               `json:"by"      enum:"sales,profit,volume,capital" doc:"What accounts are judged by"`
	Cuts       []float64            `json:"cuts"    doc:"From which on an account is C, B, A"`
	Classes    []Graded             `json:"classes"`
	Unknown    Tally                `json:"unknown" doc:"Of which the measure is not known"`
	Divergence indicator.Divergence `json:"divergence"`
}

// Single counts the classes under the mask; the divergence is that of the
// accounts under it, too.
func (v *View) Single() Single {
	cfg, n := &v.Setting.Config.Single, v.Len()
	s := Single{Frame: v.Frame, By: string(cfg.Measure), Cuts: cfg.Cuts}
	measures, totals := make([]null.Number, n), make([]null.Number, n)
	classes, scored, tallies := make([]grade.Class, n), make([]grade.Class, n), gradeTallies{}
	v.each(func(row int32) {
		measures[row], totals[row], scored[row] = v.single(row), v.scoreOf(row), v.class(row)
		classes[row] = cfg.Class(measures[row])
		tallies[classes[row]].tally(v.value[row])
	})
	s.Classes, s.Unknown = tallies.graded(v.ranked.Total), tallies[grade.None]
	s.Unknown.of(v.ranked.Total)
	s.Divergence = cfg.Diverge(measures, totals, classes, scored)
	return s
}

// Matrix is where to invest (method M12).
type Matrix struct {
	Frame
	Cuts      [2]float64   `json:"cuts"      doc:"Of potential and of strength"`
	Quadrants []Placed     `json:"quadrants" doc:"invest, selective, maintain, harvest"`
	Unrated   Tally        `json:"unrated"`
	Exit      Tally        `json:"exit"      doc:"Low on both: consider to withdraw"`
	Points    []MatrixSpot `json:"points"    doc:"The largest of those that are rated, at most 3,000"`
}

// Placed is how many accounts are in a quadrant, and what it means.
type Placed struct {
	Quadrant string        `json:"quadrant" enum:"invest,selective,maintain,harvest"`
	Policy   invest.Policy `json:"policy"`
	Tally
}

// MatrixSpot is an account in the matrix.
type MatrixSpot struct {
	Member
	Potential float64 `json:"potential" doc:"0–100"`
	Strength  float64 `json:"strength"  doc:"0–100"`
	Quadrant  string  `json:"quadrant"  enum:"invest,selective,maintain,harvest"`
	Exit      bool    `json:"exit"`
}

// Matrix lays the rated accounts out.
func (v *View) Matrix() Matrix {
	cfg := &v.Setting.Config.Invest
	m := Matrix{Frame: v.Frame, Cuts: [2]float64{cfg.Cuts.X, cfg.Cuts.Y}, Quadrants: []Placed{}, Points: []MatrixSpot{}}
	var tallies [invest.Invest + 1]Tally
	v.each(func(row int32) {
		place := v.quadrantOf(row)
		tallies[place.Quadrant].tally(v.value[row])
		if place.Exit {
			m.Exit.tally(v.value[row])
		}
	})
	total := v.ranked.Total
	for _, q := range [...]invest.Quadrant{invest.Invest, invest.Selective, invest.Maintain, invest.Harvest} {
		tallies[q].of(total)
		m.Quadrants = append(m.Quadrants, Placed{q.String(), cfg.Policy(q), tallies[q]})
	}
	m.Unrated = tallies[invest.None]
	m.Unrated.of(total)
	m.Exit.of(total)
	m.Points = v.spots()
	return m
}

func (v *View) spots() []MatrixSpot {
	all := []MatrixSpot{}
	if v.matrix == nil {
		return all
	}
	for _, row := range v.order(byValueDown).rows {
		place := v.quadrantOf(row)
		if place.Quadrant == invest.None || !v.mask.Has(row) {
			continue
		}
		if len(all) == mostPoints {
			break
		}
		all = append(all, MatrixSpot{v.member(row), float64(place.Potential), float64(place.Strength), place.Quadrant.String(), place.Exit})
	}
	return all
}

const (
	nearMark = "near"
	exitMark = "exit"
	openMark = "incomplete"
)

// behindGrade is the condition of a class PYR.A to PYR.D.
func behindGrade(mark string, of func(row int32) grade.Class) func(int32) bool {
	var class grade.Class
	if mark != openMark && (mark == "" || class.UnmarshalText([]byte(mark)) != nil) {
		return nil
	}
	return func(row int32) bool { return of(row) == class }
}

func (v *View) behindClimb(mark string) func(int32) bool {
	if mark == nearMark {
		return v.near
	}
	return behindGrade(mark, v.climbed)
}

func (v *View) behindMatrix(mark string) func(int32) bool {
	switch mark {
	case exitMark:
		return func(row int32) bool { return v.quadrantOf(row).Exit }
	case openMark:
		return func(row int32) bool { return v.quadrantOf(row).Quadrant == invest.None }
	case "":
		return nil
	}
	for q := invest.Harvest; q <= invest.Invest; q++ {
		if q.String() == mark {
			return func(row int32) bool { return v.quadrantOf(row).Quadrant == q }
		}
	}
	return nil
}
