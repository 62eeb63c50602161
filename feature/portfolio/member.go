package portfolio

import (
	"strconv"
	"strings"

	"erba/analysis/grid"
	"erba/analysis/membership"
	"erba/analysis/pyramid"
	"erba/analysis/quadrant"
	"erba/kernel"
)

// The models by the names that marks, changes and explanations use.
const (
	inPareto       = "pareto"
	inABC          = "abc"
	inRFM          = "rfm"
	inGrid         = "grid"
	inQuadrant     = "quadrant"
	inPyramid      = "pyramid"
	inWorth        = "worth"        // the value scorecard (method M14)
	inClimb        = "climb"        // its classes over time (method M18)
	inCard         = "card"         // platinum, gold, silver (method M19)
	inCards        = "cards"        // the same, where accounts move between them
	inEffort       = "effort"       // what is put in and what comes out (method M31)
	inSingle       = "single"       // one measure (method M13)
	inMatrix       = "matrix"       // where to invest (method M12)
	inAgree        = "agree"        // three methods together (method M05)
	inContribution = "contribution" // what an account contributes (method M26)
	inMistake      = "mistake"      // five detectors (method M06)
	inRegister     = "register"
)

const (
	apartMark = "apart"
	trayMark  = "tray"
	allMark   = "all"
	noneMark  = "none"
)

// Members are the accounts behind a mark, the largest first.
func (v *View) Members(model, mark string, p Page) (Members, error) {
	behind, err := v.behind(model, mark)
	if err != nil {
		return Members{}, err
	}
	m := Members{Frame: v.Frame, Model: model, Mark: mark, Rows: []Member{}}
	take := func(row int32) bool { return v.mask.Has(row) && behind(row) }
	v.each(func(row int32) {
		if behind(row) {
			m.Count++
		}
	})
	rows := v.order(byValueDown).page(v.after(p), p.Limit, take)
	for _, row := range rows {
		m.Rows = append(m.Rows, v.member(row))
	}
	m.Next = v.next(rows, p)
	return m, nil
}

// after is the row a page starts behind, −1 for the first. Whose account is out
// of sight starts at the beginning, like whose account does not exist.
func (v *View) after(p Page) int32 {
	row := v.Row(p.After)
	if row < 0 || !v.mask.Has(row) {
		return -1
	}
	return row
}

// next is the account after which the next page starts, if this one is full.
func (v *View) next(rows []int32, p Page) kernel.ID {
	if len(rows) < p.Limit || p.Limit == 0 {
		return kernel.ID{}
	}
	return v.accounts[rows[len(rows)-1]].ID
}

// member is a row as it is listed.
func (v *View) member(row int32) Member {
	a := v.Account(row)
	tier, provisional := v.tier(row)
	m := Member{ID: a.ID, Code: a.Code, Name: a.Name, Region: a.Region, Industry: a.Industry, Owner: a.Owner,
		Rank: v.ranking.Place(row) + 1, Amount: v.value[row], Orders: v.orders[row], LastOrder: day(v.final[row]),
		ABC: v.abc[row].String(), Grid: v.letter(row), Type: typeNames[v.types[row]], Tier: tier.String(),
		Provisional: provisional, Rules: v.fired[row].Names()}
	if s := v.scores[row]; s.Scored() {
		m.RFM = strconv.Itoa(s.Number())
	}
	if v.demand[row] != grid.Unknown {
		m.Demand = &v.demand[row]
	}
	if v.scope == Whole && v.ranking.Total > 0 {
		share := float64(v.value[row]) / float64(v.ranking.Total)
		m.Share = &share
	}
	return m
}

// day is a day of the columns; empty for never.
func day(ordinal int32) kernel.Date {
	if ordinal == never {
		return kernel.Date{}
	}
	return kernel.FromOrdinal(ordinal)
}

// behind is the condition of a mark.
func (v *View) behind(model, mark string) (func(row int32) bool, error) {
	var found func(row int32) bool
	switch model {
	case inPareto:
		found = v.behindBar(mark)
	case inABC:
		found = v.behindClass(mark)
	case inRFM:
		found = v.behindScore(mark)
	case inGrid:
		found = v.behindCell(mark)
	case inQuadrant:
		found = v.behindType(mark)
	case inPyramid:
		found = v.behindTier(mark)
	case inWorth:
		found = behindGrade(mark, v.class)
	case inClimb:
		found = v.behindClimb(mark)
	case inCard:
		found = v.behindCard(mark)
	case inSingle:
		found = behindGrade(mark, v.singly)
	case inMatrix:
		found = v.behindMatrix(mark)
	case inAgree:
		found = v.behindAgree(mark)
	case inEffort:
		found = v.behindEffort(mark)
	case inContribution:
		found = v.behindContribution(mark)
	case inMistake:
		found = v.behindMistake(mark)
	case inRegister:
		found = v.behindRule(mark)
	}
	if found == nil {
		return nil, kernel.Invalid("portfolio.bad_mark", "mark", mark)
	}
	return found, nil
}

func (v *View) behindBar(mark string) func(int32) bool {
	bar, err := strconv.Atoi(mark)
	if err != nil || bar < 1 || bar > bars {
		return nil
	}
	n := len(v.ranked.Rows)
	return func(row int32) bool {
		place := v.ranked.Place(row)
		return place >= 0 && barOf(place, n) == bar-1
	}
}

func (v *View) behindClass(mark string) func(int32) bool {
	switch mark {
	case "A", "B", "C":
		return func(row int32) bool { return v.abc[row].String() == mark }
	case apartMark:
		return v.apart
	}
	return nil
}

func (v *View) behindScore(mark string) func(int32) bool {
	cfg := &v.Setting.Config.RFM
	number, err := strconv.Atoi(mark)
	switch {
	case err == nil && len(mark) == 3:
		return func(row int32) bool { return v.scores[row].Number() == number }
	case err == nil && len(mark) == 2:
		return func(row int32) bool { return v.scores[row].Number()/10 == number }
	case mark == noneMark:
		return func(row int32) bool { return !v.scores[row].Scored() }
	case strings.HasPrefix(mark, "rfm."):
		return func(row int32) bool { return cfg.TypeOf(v.scores[row]).Key() == mark }
	}
	return nil
}

func (v *View) behindCell(mark string) func(int32) bool {
	x, y, cell := strings.Cut(mark, ",")
	switch {
	case cell:
		return func(row int32) bool {
			p := v.places[row]
			return p.Known && strconv.Itoa(int(p.X)) == x && strconv.Itoa(int(p.Y)) == y
		}
	case mark == trayMark:
		return v.tray
	case mark == VIP:
		return v.isVIP
	case mark == "A" || mark == "B" || mark == "C":
		return func(row int32) bool { return v.places[row].Class.String() == mark }
	}
	return nil
}

func (v *View) behindType(mark string) func(int32) bool {
	if mark == trayMark {
		return func(row int32) bool { return v.types[row] == quadrant.None }
	}
	for t, name := range typeNames {
		if t > 0 && name == mark {
			return func(row int32) bool { return int(v.types[row]) == t }
		}
	}
	return nil
}

// provisionalSign follows a tier that comes from the current value alone.
const provisionalSign = "°"

func (v *View) behindTier(mark string) func(int32) bool {
	name, provisional := strings.CutSuffix(mark, provisionalSign)
	if mark == trayMark {
		return func(row int32) bool { return v.tiers[row] == pyramid.None }
	}
	for t := pyramid.Mass; t <= pyramid.Major; t++ {
		if t.String() == name {
			return func(row int32) bool {
				has, alone := v.tier(row)
				return has == t && alone == provisional
			}
		}
	}
	return nil
}

func (v *View) behindCard(mark string) func(int32) bool {
	for card := membership.Silver; card <= membership.Platinum; card++ {
		if card.Key() == "membership."+mark {
			return func(row int32) bool {
				has, _ := v.Setting.Config.Cards.Of(v.customer(row))
				return has == card
			}
		}
	}
	return nil
}

func (v *View) behindRule(mark string) func(int32) bool {
	rule := named(mark)
	switch {
	case mark == allMark:
		return v.key
	case rule != 0:
		return func(row int32) bool { return v.fired[row]&rule != 0 }
	}
	return nil
}
