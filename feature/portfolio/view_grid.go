package portfolio

import (
	"strconv"

	"erba/analysis/grid"
	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
	"erba/analysis/rfm"
)

// RFM is the heat map and the segments of the accounts under the mask.
func (v *View) RFM() RFM {
	r := RFM{Frame: v.Frame, Cells: make([]HeatCell, 25), Segments: make([]Segment, 8), Scores: map[string]int{}, Steps: v.steps}
	counts := make([]int, 556)
	for i := range r.Cells {
		r.Cells[i].R, r.Cells[i].F = 5-i/5, i%5+1
	}
	for i := range r.Segments {
		r.Segments[i].Key = (rfm.ImportantValue + rfm.Type(i)).Key()
	}
	v.each(func(row int32) {
		s := v.scores[row]
		if !s.Scored() {
			r.Unscored++
			return
		}
		r.Customers++
		counts[s.Number()]++
		r.Cells[5*(5-int(s.R))+int(s.F)-1].tally(v.value[row])
		r.Segments[v.Setting.Config.RFM.TypeOf(s)-rfm.ImportantValue].tally(v.value[row])
	})
	for score, n := range counts {
		if n > 0 {
			r.Scores[strconv.Itoa(score)] = n
		}
	}
	for i := range r.Cells {
		r.Cells[i].of(v.ranked.Total)
	}
	for i := range r.Segments {
		r.Segments[i].of(v.ranked.Total)
	}
	return r
}

var statuses = map[grid.Origin]string{grid.FromSource: "published", grid.FromUs: "completed", grid.FromConflict: "conflict"}

// Grid is the 25 cells and, apart, who waits for an estimate.
func (v *View) Grid() Grid {
	g := Grid{Frame: v.Frame, Cells: v.cells(), Classes: []Mark{{Class: "A"}, {Class: "B"}, {Class: "C"}, {Class: VIP}}}
	b := v.Setting.Config.Grid.Breaks
	g.Breaks = []int64{1, b[0], b[1], b[2]}
	v.each(func(row int32) {
		p := v.places[row]
		if v.isVIP(row) {
			g.Classes[3].tally(v.value[row])
		}
		if !p.Known {
			g.Tray.tally(v.value[row])
			return
		}
		g.Cells[5*(4-int(p.Y))+int(p.X)].tally(v.value[row])
		g.Classes[p.Class-grid.A].tally(v.value[row])
	})
	for i := range g.Cells {
		g.Cells[i].of(v.ranked.Total)
	}
	for i := range g.Classes {
		g.Classes[i].of(v.ranked.Total)
	}
	g.Tray.of(v.ranked.Total)
	return g
}

func (v *View) cells() []GridCell {
	cells := make([]GridCell, 25)
	for i := range cells {
		x, y := uint8(i%5), uint8(4-i/5)
		p, origin := v.Setting.Config.Grid.At(x, y), grid.OriginOf(x, y)
		cells[i] = GridCell{X: int(x), Y: int(y), Class: p.Class.String(), Status: statuses[origin], To: []int{}}
		if p.Conflict {
			cells[i].To = []int{int(x), int(x)}
		}
	}
	return cells
}

var typeNames = [...]string{"", "I", "II", "III", "IV"}

// Quadrant is the four types, the cuts, and the points of the plane.
func (v *View) Quadrant() Quadrant {
	q := Quadrant{Frame: v.Frame, CurrentCut: v.cuts.Current, PotentialCut: v.cuts.Potential, Types: make([]Mark, 4)}
	for i := range q.Types {
		q.Types[i].Class = typeNames[i+1]
	}
	v.each(func(row int32) {
		if t := v.types[row]; t == quadrant.None {
			q.Tray.tally(v.value[row])
		} else {
			q.Types[t-quadrant.SmallLow].tally(v.value[row])
		}
	})
	for i := range q.Types {
		q.Types[i].of(v.ranked.Total)
	}
	q.Tray.of(v.ranked.Total)
	q.Points, q.Thinned = v.points()
	return q
}

// Pyramid is the four tiers and, apart, who waits for an estimate.
func (v *View) Pyramid() Pyramid {
	p := Pyramid{Frame: v.Frame, Tiers: make([]Tier, 4), Provisional: []Mark{{Class: "NONNAMED"}, {Class: "MASS"}}}
	for i := range p.Tiers {
		p.Tiers[i].Tier = (pyramid.Major - pyramid.Tier(i)).String()
	}
	var counts pyramid.Counts
	v.each(func(row int32) {
		t, provisional := v.tier(row)
		if provisional {
			p.Tray.tally(v.value[row])
			p.Provisional[pyramid.NonNamed-t].tally(v.value[row])
			return
		}
		counts[t]++
		p.Tiers[pyramid.Major-t].tally(v.value[row])
	})
	all := counts[pyramid.Major] + counts[pyramid.Named] + counts[pyramid.NonNamed] + counts[pyramid.Mass]
	for i := range p.Tiers {
		p.Tiers[i].of(v.ranked.Total)
		if all > 0 {
			p.Tiers[i].Part = float64(p.Tiers[i].Count) / float64(all)
		}
	}
	p.Tray.of(v.ranked.Total)
	for i := range p.Provisional {
		p.Provisional[i].of(v.ranked.Total)
	}
	if p.Shaped = counts.Pyramidal(); !p.Shaped && v.company() {
		p.Warnings = append(p.Warnings, "portfolio.warn_no_pyramid")
	}
	return p
}
