package account

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"erba/analysis/clean"
	"erba/kernel"
)

// Duplicate is a pair of accounts that may be one company (M92).
type Duplicate struct {
	ID         kernel.ID `json:"id"         db:"id"`
	One        kernel.ID `json:"-"          db:"one_id"` // the older of the two
	Other      kernel.ID `json:"-"          db:"other_id"`
	Reason     string    `json:"reason"     db:"reason" enum:"code,uscc,name,phone"`
	Similarity int64     `json:"similarity" db:"similarity" doc:"Of the names, per mille"`
	State      string    `json:"state"      db:"state" enum:"open,merged,apart"`
	Actor      string    `json:"actor"      db:"actor"`
	DecidedAt  *int64    `json:"decided_at,omitempty" db:"decided_at"`
	Accounts   []Row     `json:"accounts"   db:"-" doc:"Both of them, the older first"`
}

// Why two accounts may be one, the strongest first.
const (
	sameCode  = "code" // but for case, marks and leading zeros
	sameUSCC  = "uscc"
	sameName  = "name" // nearly, in one city
	samePhone = "phone"
)

// The states of a pair.
const (
	undecided = "open"
	merged    = "merged"
	apart     = "apart"
)

// twin is what of an account is compared.
type twin struct {
	ID    kernel.ID `db:"id"`
	Code  string    `db:"code"`
	Name  string    `db:"name"`
	City  string    `db:"city"`
	USCC  string    `db:"uscc"`
	Phone string    `db:"phone"`
}

const (
	alike    = 0.90 // names from this similarity on
	crowd    = 5    // in larger groups every account is paired with the first only
	longWord = 3    // edits that are looked for in very long names
)

// duplicates finds the pairs, each once with its strongest reason.
func duplicates(twins []twin) []Duplicate {
	found := pairs{twins: twins, cores: make([]string, len(twins)), seen: map[[2]int]bool{}}
	for i, t := range twins {
		found.cores[i] = clean.CompanyCore(t.Name)
	}
	found.group(sameCode, func(i int) string { return plainCode(twins[i].Code) })
	found.group(sameUSCC, func(i int) string { return twins[i].USCC })
	found.names()
	found.group(samePhone, func(i int) string { return dialled(twins[i].Phone) })
	return found.all
}

type pairs struct {
	twins []twin
	cores []string
	seen  map[[2]int]bool
	all   []Duplicate
}

// add notes a pair unless it is known.
func (p *pairs) add(reason string, i, j int) {
	i, j = min(i, j), max(i, j)
	if i == j || p.seen[[2]int{i, j}] {
		return
	}
	p.seen[[2]int{i, j}] = true
	d := Duplicate{One: p.twins[i].ID, Other: p.twins[j].ID, Reason: reason, State: undecided,
		Similarity: int64(clean.Similarity(p.cores[i], p.cores[j])*1000 + .5)}
	if d.Other.Compare(d.One) < 0 {
		d.One, d.Other = d.Other, d.One
	}
	p.all = append(p.all, d)
}

// group pairs accounts with the same key.
func (p *pairs) group(reason string, key func(i int) string) {
	groups, keys := map[string][]int{}, make([]string, len(p.twins))
	for i := range p.twins {
		if keys[i] = key(i); keys[i] != "" {
			groups[keys[i]] = append(groups[keys[i]], i)
		}
	}
	for i, k := range keys { // in order, not in the map's
		if members := groups[k]; len(members) > 1 && members[0] == i {
			p.pairUp(reason, members)
		}
	}
}

func (p *pairs) pairUp(reason string, members []int) {
	for a, i := range members {
		if a > 0 && len(members) > crowd {
			return
		}
		for _, j := range members[a+1:] {
			p.add(reason, i, j)
		}
	}
}

// names pairs accounts of one city whose names are alike. Names within k edits
// share one of k+1 pieces, so only those with a common piece are compared.
func (p *pairs) names() {
	cities := make([]string, len(p.twins))
	for i, t := range p.twins {
		cities[i] = city(t.City)
	}
	p.group(sameName, func(i int) string { return cities[i] + " " + p.cores[i] })
	index := map[piece][]spelt{}
	for i := range p.twins {
		core := []rune(p.cores[i])
		me := spelt{i, marksOf(core)}
		for _, j := range near(index, cities[i], core, me.marks) {
			if p.cores[i] != p.cores[j] && digits(p.cores[i]) == digits(p.cores[j]) && clean.Similarity(p.cores[i], p.cores[j]) >= alike {
				p.add(sameName, i, j)
			}
		}
		for n, part := range cut(len(core)) {
			key := piece{cities[i], len(core), n, string(core[part[0]:part[1]])}
			index[key] = append(index[key], me)
		}
	}
}

// piece is a part of a name at its place.
type piece struct {
	city      string
	length, n int
	text      string
}

// spelt is an account with the marks of its name. Many share a piece, such as a
// trade; the marks tell nearly all of them apart in an instant.
type spelt struct {
	at int
	marks
}

// marks have a bit set for each character, twice in two ways, so an edit changes
// two bits of each at most.
type marks [2]uint64

func marksOf(core []rune) (m marks) {
	for _, r := range core {
		m[0] |= 1 << (uint64(r) * 0x9E3779B97F4A7C15 >> 58)
		m[1] |= 1 << (uint64(r) * 0xD6E8FEB86659FD93 >> 58)
	}
	return m
}

// near reports whether no more than some edits are between two names, as far as marks tell.
func (m marks) near(other marks, edits int) bool {
	return bits.OnesCount64(m[0]^other[0]) <= 2*edits && bits.OnesCount64(m[1]^other[1]) <= 2*edits
}

// edits is the most changes that leave a name of n characters alike another
// one, which may be the longer by as many: k of n+k are at most a tenth.
func edits(n int) int { return min(longWord, n/9) }

// cut divides a name of n characters into one piece more than edits can touch;
// a name in which no edit is allowed has none.
func cut(n int) (parts [][2]int) {
	k := edits(n)
	for i := range k + 1 {
		if k > 0 {
			parts = append(parts, [2]int{i * n / (k + 1), (i + 1) * n / (k + 1)})
		}
	}
	return parts
}

// near are the accounts met before that share a piece with a name, and of whose
// characters no more differ than its edits can change.
func near(index map[piece][]spelt, city string, core []rune, m marks) (found []int) {
	k := edits(len(core))
	for length := len(core) - k; length <= len(core)+k && k > 0; length++ {
		most := max(len(core), length) / 10 // none: only equal names are alike, which are paired already
		for n, part := range cut(length) {
			for shift := -k; shift <= k && most > 0; shift++ {
				from, to := part[0]+shift, part[1]+shift
				if from < 0 || to > len(core) {
					continue
				}
				for _, other := range index[piece{city, length, n, string(core[from:to])}] {
					if m.near(other.marks, most) {
						found = append(found, other.at)
					}
				}
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// city is a city without its rank: 深圳市 is 深圳.
func city(name string) string { return strings.TrimSuffix(clean.CompanyKey(name), "市") }

// dialled is a phone number as digits, "" for what is too short to be one.
func dialled(phone string) string {
	if number := digits(phone); len(number) >= 7 {
		return number
	}
	return ""
}

func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// plainCode is a code without case, marks and the zeros in front of its numbers:
// C-0012 and c12 are one, 1-12 and 11-2 are not.
func plainCode(code string) string {
	var plain strings.Builder
	number, gap := false, true // inside a number; before it begins
	for _, r := range strings.ToUpper(code) {
		switch {
		case unicode.IsDigit(r):
			if gap && number {
				plain.WriteByte('-')
			}
			if gap = gap && r == '0'; !gap {
				plain.WriteRune(r)
			}
			number = number || !gap
		case unicode.IsLetter(r):
			number, gap = false, true
			plain.WriteRune(r)
		default:
			gap = true
		}
	}
	return plain.String()
}
