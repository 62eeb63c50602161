package identity_test

import (
	"math/rand/v2"
	"slices"
	"strings"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// world is everything that says who stands how to which row.
type world struct {
	members []identity.Member
	shares  []share
	aways   []away
	lives   map[string][]string // user to regions
	places  map[kernel.ID]place
	flags   map[kernel.ID]string
}

type share struct {
	row  kernel.ID
	user string
	days [2]kernel.Date
}

type away struct {
	user, standIn string
	days          [2]kernel.Date
}

type place struct {
	region string
	closed bool
}

// write makes the database hold this world and no other.
func (w world) write(s *apptest.Stage) {
	for _, table := range []string{"row_members", "row_shares", "delegations", "user_regions", "row_places", "row_flags"} {
		s.Exec("DELETE FROM " + table)
	}
	if err := s.DB.Write(s.As("director"), func(tx *db.Tx) error { return identity.Join(tx, w.members...) }); err != nil {
		s.Fatal(err)
	}
	for _, x := range w.shares {
		s.Exec(`INSERT INTO row_shares (row_id, user_id, from_on, until_on, granted_by) VALUES (?, ?, ?, ?, ?)`,
			x.row, s.User(x.user).ID, x.days[0], x.days[1], s.User("director").ID)
	}
	for _, a := range w.aways {
		s.Exec(`INSERT INTO delegations (user_id, stand_in_id, from_on, until_on) VALUES (?, ?, ?, ?)`,
			s.User(a.user).ID, s.User(a.standIn).ID, a.days[0], a.days[1])
	}
	for user, regions := range w.lives {
		for _, region := range regions {
			s.Exec(`INSERT INTO user_regions (user_id, region) VALUES (?, ?)`, s.User(user).ID, region)
		}
	}
	for row, p := range w.places {
		s.Exec(`INSERT INTO row_places (row_id, region, closed) VALUES (?, ?, ?)`, row, p.region, p.closed)
	}
	for row, flag := range w.flags {
		s.Exec(`INSERT INTO row_flags (row_id, flag) VALUES (?, ?)`, row, flag)
	}
}

// sees is the same in a loop, as security.md has it.
func (w world) sees(s *apptest.Stage, user, letters string, row kernel.ID) bool {
	if strings.Contains(letters, "A") {
		return true
	}
	covered := []string{user}
	for _, a := range w.aways {
		if a.standIn == user && within(a.days) {
			covered = append(covered, a.user)
		}
	}
	for _, m := range w.members {
		if m.Row != row || !within([2]kernel.Date{m.From, m.Until}) {
			continue
		}
		for _, c := range covered {
			own := s.User(c).ID == m.User
			line := false
			for _, p := range people {
				line = line || s.User(p).ID == m.User && reportsTo(p, c)
			}
			if own && m.Owner && strings.Contains(letters, "O") || own && strings.Contains(letters, "T") || line && strings.Contains(letters, "S") {
				return true
			}
		}
	}
	for _, x := range w.shares {
		if x.row == row && x.user == user && within(x.days) && strings.Contains(letters, "X") {
			return true
		}
	}
	p, placed := w.places[row]
	return placed && !p.closed && slices.Contains(w.lives[user], p.region) && strings.Contains(letters, "R") ||
		w.flags[row] == "service" && strings.Contains(letters, "F")
}

func reportsTo(who, boss string) bool {
	return who == boss || who != "" && reportsTo(bosses[who], boss)
}

func within(days [2]kernel.Date) bool {
	return (days[0] == never || days[0].Compare(today) <= 0) && (days[1] == never || days[1].Compare(today) >= 0)
}

func members(all ...identity.Member) []identity.Member { return all }

func lives(user, region string) map[string][]string { return map[string][]string{user: {region}} }

func at(row kernel.ID, region string, closed bool) map[kernel.ID]place {
	return map[kernel.ID]place{row: {region, closed}}
}

func anyLetters(r *rand.Rand) (letters string) {
	for _, one := range "OTSRFX" {
		if r.IntN(3) == 0 {
			letters += string(one)
		}
	}
	return letters
}

// anyWorld is a world made by chance.
func anyWorld(s *apptest.Stage, r *rand.Rand, rows []kernel.ID) world {
	w := world{lives: map[string][]string{}, places: map[kernel.ID]place{}, flags: map[kernel.ID]string{}}
	regions := []string{"华东", "华北", "华南"}
	span := func() [2]kernel.Date { from := r.IntN(6) - 4; return days(from, from+r.IntN(5)) }
	open := func() [2]kernel.Date {
		both := span()
		both[r.IntN(2)] = never
		return both
	}
	for _, row := range rows {
		for _, p := range people {
			if r.IntN(6) == 0 {
				d := open()
				w.members = append(w.members, identity.Member{Row: row, User: s.User(p).ID, Owner: r.IntN(2) == 0, From: d[0], Until: d[1]})
			}
			if r.IntN(8) == 0 {
				w.shares = append(w.shares, share{row, p, span()})
			}
		}
		if r.IntN(2) == 0 {
			w.places[row] = place{regions[r.IntN(3)], r.IntN(3) == 0}
		}
		if r.IntN(5) == 0 {
			w.flags[row] = []string{"service", "legal"}[r.IntN(2)]
		}
	}
	for _, p := range people {
		if r.IntN(2) == 0 {
			w.lives[p] = regions[:1+r.IntN(2)]
		}
		if q := people[r.IntN(4)]; q != p {
			w.aways = append(w.aways, away{p, q, span()})
		}
	}
	return w
}
