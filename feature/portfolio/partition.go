package portfolio

import (
	"slices"

	"erba/kernel"
)

// The ways to put accounts together.
const (
	ByFamily   = "family"   // the company that owns others, with them
	ByRegion   = "region"   //
	ByIndustry = "industry" //
	ByOwner    = "owner"    // whoever answers for them
)

// Portion is some accounts: those of a company, a region, an industry, an owner.
type Portion struct {
	Key  string    `json:"key"  doc:"By which it is asked for; empty: those of none"`
	ID   kernel.ID `json:"id,omitzero" doc:"Of the company at the head, of the owner"`
	Name string    `json:"name" doc:"Empty for those of none"`
	sort string    // by which names are sorted
}

// partition puts accounts into portions: of is the portion of each row.
type partition struct {
	portions []Portion
	of       []int32
}

// partition divides the rows under the mask. Who may not see a company that owns
// others is not told that they belong together: sight are the rows he sees.
func (v *View) partition(by string, sight Mask) (p partition, err error) {
	p.of = slices.Repeat([]int32{-1}, v.Len())
	switch by {
	case ByFamily:
		v.families(&p, sight)
	case ByRegion:
		divide(v, &p, func(a *Account) string { return a.Region }, func(word string) Portion { return Portion{Key: word, Name: word} })
	case ByIndustry:
		divide(v, &p, func(a *Account) string { return a.Industry }, func(word string) Portion { return Portion{Key: word, Name: word} })
	case ByOwner:
		divide(v, &p, func(a *Account) kernel.ID { return a.Owner }, ownedBy)
	default:
		return p, kernel.Invalid("portfolio.bad_group")
	}
	return p, nil
}

// together is all rows as one portion.
func (v *View) together() partition {
	return partition{make([]Portion, 1), make([]int32, v.Len())}
}

func ownedBy(owner kernel.ID) Portion {
	if owner.IsZero() {
		return Portion{}
	}
	return Portion{Key: owner.String(), ID: owner}
}

// call names the portions that only a word or an owner tells apart.
func (p *partition) call(owner func(kernel.ID) string, sort func(string) string) {
	for i := range p.portions {
		one := &p.portions[i]
		if one.sort != "" {
			continue
		}
		if one.Name == "" {
			one.Name = owner(one.ID)
		}
		one.sort = sort(one.Name)
	}
}

// divide puts rows together that share something.
func divide[K comparable](v *View, p *partition, of func(*Account) K, portion func(K) Portion) {
	known := map[K]int32{}
	v.each(func(row int32) {
		key := of(&v.accounts[row])
		at, ok := known[key]
		if !ok {
			at = int32(len(p.portions))
			known[key] = at
			p.portions = append(p.portions, portion(key))
		}
		p.of[row] = at
	})
}

// families puts companies below the topmost one that the viewer sees.
func (v *View) families(p *partition, sight Mask) {
	heads := slices.Repeat([]int32{-1}, v.Len()) // portions by the row of their head
	v.each(func(row int32) {
		head := v.head(row, sight)
		if heads[head] < 0 {
			heads[head] = int32(len(p.portions))
			a := &v.accounts[head]
			p.portions = append(p.portions, Portion{Key: a.ID.String(), ID: a.ID, Name: a.Name, sort: a.SortKey})
		}
		p.of[row] = heads[head]
	})
}

// tallest is how many companies may stand above each other; a circle ends there.
const tallest = 32

// head is the topmost company above an account without one between that is not seen.
func (v *View) head(row int32, sight Mask) int32 {
	for range tallest {
		parent := v.accounts[row].Parent
		if parent.IsZero() {
			return row
		}
		above := v.Row(parent)
		if above < 0 || !sight.Has(above) {
			return row
		}
		row = above
	}
	return row
}
