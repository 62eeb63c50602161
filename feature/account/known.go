package account

import (
	"erba/analysis/clean"
	"erba/kernel"
)

// Company is what somebody knows of a company of which he asks whether it is there.
type Company struct{ Name, City, USCC, Phone string }

// Known are the accounts that are a company, or may be it: by the same criteria as
// the search for duplicates.
type Known struct {
	Same []kernel.ID // by its code, or by its name in its city
	Near []kernel.ID // by a name that is nearly the same, elsewhere, or by its telephone
}

// trait is what of an account is compared with companies that somebody asks about.
type trait struct {
	id    kernel.ID
	core  string
	city  string
	uscc  string
	phone string
	marks
	length int
	gone   bool
}

// trait is what a company is compared by.
func (c Company) trait() trait {
	core := clean.CompanyCore(c.Name)
	if c.Name == "" {
		core = ""
	}
	runes := []rune(core)
	return trait{core: core, city: city(c.City), uscc: c.USCC, phone: dialled(c.Phone), marks: marksOf(runes), length: len(runes)}
}

// among compares a company with all there are. It looks at every one, whatever it
// finds, so that the time it takes tells nothing.
func (t trait) among(all []trait) (found Known) {
	for i := range all {
		switch other := &all[i]; {
		case other.gone:
		case t.is(other):
			found.Same = append(found.Same, other.id)
		case t.near(other):
			found.Near = append(found.Near, other.id)
		}
	}
	return found
}

// is reports whether an account is the company.
func (t trait) is(other *trait) bool {
	return t.uscc != "" && t.uscc == other.uscc ||
		t.core != "" && t.core == other.core && t.here(other) && !t.differs(other)
}

// near reports whether it may be.
func (t trait) near(other *trait) bool {
	return t.phone != "" && t.phone == other.phone || t.core != "" && (t.core == other.core || t.here(other) && t.resembles(other))
}

// here reports whether both lie in one city, as far as somebody has said where.
func (t trait) here(other *trait) bool {
	return t.city == "" || other.city == "" || t.city == other.city
}

// differs reports whether both have a code and not the same: then the names only sound alike.
func (t trait) differs(other *trait) bool {
	return t.uscc != "" && other.uscc != "" && t.uscc != other.uscc
}

// resembles is true for names that are alike enough to be looked at; the marks tell
// nearly all others apart in an instant.
func (t trait) resembles(other *trait) bool {
	most := max(t.length, other.length) / 10
	return most > 0 && max(t.length-other.length, other.length-t.length) <= most && t.marks.near(other.marks, most) &&
		digits(t.core) == digits(other.core) && clean.Similarity(t.core, other.core) >= alike
}

// register is all accounts as far as companies are compared with them, kept in
// memory and brought up to date with what has changed.
type register struct {
	since int64
	at    map[kernel.ID]int
	all   []trait
}

// take notes an account as it is now.
func (r *register) take(t trait) {
	if r.at == nil {
		r.at = map[kernel.ID]int{}
	}
	at, known := r.at[t.id]
	if !known {
		r.at[t.id] = len(r.all)
		r.all = append(r.all, t)
		return
	}
	r.all[at] = t
}
