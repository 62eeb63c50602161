package identity_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var (
	today    = kernel.Today()
	never    kernel.Date
	everyDay = [2]kernel.Date{}
)

// days is a span counted from today; nil is open to that side.
func days(from, until any) (span [2]kernel.Date) {
	for i, n := range []any{from, until} {
		if n, ok := n.(int); ok {
			span[i] = today.Add(n)
		}
	}
	return span
}

// people of the stage: rep under manager under director; other under nobody.
var people = []string{"director", "manager", "rep", "other"}

var bosses = map[string]string{"rep": "manager", "manager": "director"}

// One row and one question each: does he see it under these letters?
func TestWhoSeesARow(t *testing.T) {
	row := kernel.NewID()
	of := func(user string, owner bool, days [2]kernel.Date) identity.Member {
		return identity.Member{Row: row, Owner: owner, From: days[0], Until: days[1], Role: user} // the name stands in for the user until he is known
	}
	tests := map[string]struct {
		world
		user, letters string
		want          bool
	}{
		"an owner sees his row":                        {world{members: members(of("rep", true, everyDay))}, "rep", "O", true},
		"a member is no owner":                         {world{members: members(of("rep", false, everyDay))}, "rep", "O", false},
		"a member is one":                              {world{members: members(of("rep", false, everyDay))}, "rep", "T", true},
		"an owner is a member of the team":             {world{members: members(of("rep", true, everyDay))}, "rep", "T", true},
		"a member from today on":                       {world{members: members(of("rep", false, days(0, nil)))}, "rep", "T", true},
		"a member from tomorrow on is none yet":        {world{members: members(of("rep", false, days(1, nil)))}, "rep", "T", false},
		"a member until today":                         {world{members: members(of("rep", false, days(nil, 0)))}, "rep", "T", true},
		"a member until yesterday is none any more":    {world{members: members(of("rep", false, days(-9, -1)))}, "rep", "T", false},
		"who owned it until yesterday":                 {world{members: members(of("rep", true, days(nil, -1)))}, "rep", "OTSX", false},
		"a boss sees what his people own":              {world{members: members(of("rep", true, everyDay))}, "manager", "S", true},
		"and what they work on":                        {world{members: members(of("rep", false, everyDay))}, "manager", "S", true},
		"a boss's boss, too":                           {world{members: members(of("rep", false, everyDay))}, "director", "S", true},
		"a boss is of his own line":                    {world{members: members(of("manager", false, everyDay))}, "manager", "S", true},
		"nobody looks up his line":                     {world{members: members(of("manager", true, everyDay))}, "rep", "S", false},
		"nor beside it":                                {world{members: members(of("other", true, everyDay))}, "rep", "OTSRFX", false},
		"a line ends with a membership":                {world{members: members(of("rep", false, days(nil, -1)))}, "manager", "S", false},
		"a region opens its rows":                      {world{lives: lives("rep", "华东"), places: at(row, "华东", false)}, "rep", "R", true},
		"but not a key account":                        {world{lives: lives("rep", "华东"), places: at(row, "华东", true)}, "rep", "R", false},
		"nor those of another":                         {world{lives: lives("rep", "华东"), places: at(row, "华北", false)}, "rep", "R", false},
		"a boss has not the regions of his people":     {world{lives: lives("rep", "华东"), places: at(row, "华东", false)}, "manager", "SR", false},
		"a row flagged for service":                    {world{flags: map[kernel.ID]string{row: "service"}}, "rep", "F", true},
		"another flag":                                 {world{flags: map[kernel.ID]string{row: "legal"}}, "rep", "F", false},
		"a share until today":                          {world{shares: []share{{row, "rep", days(-3, 0)}}}, "rep", "X", true},
		"a share from today":                           {world{shares: []share{{row, "rep", days(0, 3)}}}, "rep", "X", true},
		"a share from tomorrow":                        {world{shares: []share{{row, "rep", days(1, 3)}}}, "rep", "X", false},
		"a share until yesterday":                      {world{shares: []share{{row, "rep", days(-3, -1)}}}, "rep", "X", false},
		"a share with one's boss":                      {world{shares: []share{{row, "manager", days(-3, 3)}}}, "rep", "OTSX", false},
		"a share with one of one's people":             {world{shares: []share{{row, "rep", days(-3, 3)}}}, "manager", "SX", false},
		"a share counts only where shares do":          {world{shares: []share{{row, "rep", days(-3, 3)}}}, "rep", "OTSRF", false},
		"who stands in owns what the other owns":       {world{members: members(of("rep", true, everyDay)), aways: []away{{"rep", "other", days(0, 0)}}}, "other", "O", true},
		"works on what he works on":                    {world{members: members(of("rep", false, everyDay)), aways: []away{{"rep", "other", days(-1, 1)}}}, "other", "T", true},
		"and has his line":                             {world{members: members(of("rep", false, everyDay)), aways: []away{{"manager", "other", days(-1, 1)}}}, "other", "S", true},
		"but not before":                               {world{members: members(of("rep", true, everyDay)), aways: []away{{"rep", "other", days(1, 2)}}}, "other", "OTS", false},
		"nor after":                                    {world{members: members(of("rep", true, everyDay)), aways: []away{{"rep", "other", days(-2, -1)}}}, "other", "OTS", false},
		"and only with his own letters":                {world{members: members(of("rep", false, everyDay)), aways: []away{{"manager", "other", days(-1, 1)}}}, "other", "OT", false},
		"nobody stands in for a stand-in":              {world{members: members(of("rep", true, everyDay)), aways: []away{{"rep", "manager", days(-1, 1)}, {"manager", "other", days(-1, 1)}}}, "other", "OT", false},
		"a stand-in has not the other's regions":       {world{lives: lives("rep", "华东"), places: at(row, "华东", false), aways: []away{{"rep", "other", days(-1, 1)}}}, "other", "OTSR", false},
		"nor what is shared with him":                  {world{shares: []share{{row, "rep", days(-3, 3)}}, aways: []away{{"rep", "other", days(-1, 1)}}}, "other", "OTSX", false},
		"who is away still sees":                       {world{members: members(of("rep", true, everyDay)), aways: []away{{"rep", "other", days(-1, 1)}}}, "rep", "O", true},
		"a boss sees not what his people stand in for": {world{members: members(of("other", true, everyDay)), aways: []away{{"other", "rep", days(-1, 1)}}}, "manager", "S", false},
		"a row of nobody is seen by who sees all":      {world{}, "other", "A", true},
		"and by nobody else":                           {world{}, "director", "OTSRFX", false},
		"without a letter there is nothing":            {world{members: members(of("rep", true, everyDay))}, "rep", "", false},
	}
	apptest.Each(t, nil, func(s *apptest.Stage) {
		s.Exec(`CREATE TABLE things (id BIGINT NOT NULL PRIMARY KEY)`)
		s.Exec(`INSERT INTO things (id) VALUES (?)`, row)
		for name, tt := range tests {
			for i, m := range tt.members {
				tt.members[i].User = s.User(m.Role).ID
			}
			tt.world.write(s)
			for shape, got := range seen(s, tt.user, tt.letters) {
				if (len(got) == 1) != tt.want {
					s.Errorf("%s (%s): seen: %t", name, shape, len(got) == 1)
				}
			}
		}
	})
}

// Whatever the world is like, the row filter lets the same rows through as a
// loop over everything, in both shapes.
func TestRowFilterAgainstALoop(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		random := rand.New(rand.NewPCG(3, 1))
		s.Exec(`CREATE TABLE things (id BIGINT NOT NULL PRIMARY KEY)`)
		rows := make([]kernel.ID, 30)
		for i := range rows {
			rows[i] = kernel.NewID()
			s.Exec(`INSERT INTO things (id) VALUES (?)`, rows[i])
		}
		for range 12 {
			w := anyWorld(s, random, rows)
			w.write(s)
			for range 10 {
				user, letters := people[random.IntN(4)], anyLetters(random)
				want := []kernel.ID{}
				for _, row := range rows {
					if w.sees(s, user, letters, row) {
						want = append(want, row)
					}
				}
				for shape, got := range seen(s, user, letters) {
					if !slices.Equal(got, want) {
						s.Fatalf("%s with %s (%s) sees %d rows, want %d, in %+v", user, letters, shape, len(got), len(want), w)
					}
				}
			}
		}
	})
}

// seen is what somebody sees under letters, by the shape of the question.
func seen(s *apptest.Stage, user, letters string) map[string][]kernel.ID {
	s.Grant(user, "thing:read", letters)
	v, err := s.Kit.Users.Viewer(s.Context(), s.User(user).ID)
	if err != nil {
		s.Fatal(err)
	}
	found := map[string][]kernel.ID{}
	for shape, v := range map[string]identity.Viewer{"few": v.For("thing:read"), "many": v.Crowded().For("thing:read")} {
		err = s.DB.Read(identity.With(s.Context(), v), func(tx *db.Tx) (err error) {
			found[shape], err = db.List[kernel.ID](tx, `SELECT t.id FROM things t WHERE ? ORDER BY t.id`, tx.Visible("t.id"))
			return err
		})
		if err != nil {
			s.Fatal(err)
		}
	}
	all, err := things(s)
	if err != nil {
		s.Fatal(err)
	}
	found["among"] = []kernel.ID{}
	among, err := s.Kit.Users.Among(identity.With(s.Context(), v), "thing:read", all)
	for _, row := range all {
		if among[row] {
			found["among"] = append(found["among"], row)
		}
	}
	if err != nil {
		s.Fatal(err)
	}
	return found
}

// things are all rows there are.
func things(s *apptest.Stage) (all []kernel.ID, err error) {
	err = s.DB.Read(s.Context(), func(tx *db.Tx) error {
		all, err = db.List[kernel.ID](tx, `SELECT id FROM things ORDER BY id`)
		return err
	})
	return all, err
}
