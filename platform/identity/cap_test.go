package identity

import (
	"testing"
	"time"

	"erba/kernel"
)

func TestWhatIsLeft(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	day, hour := Cap{Rows: 500, Within: 24 * time.Hour}, Cap{Rows: 10_000, Within: time.Hour, Second: true}
	ago := func(d time.Duration, rows int64) Taken { return Taken{now.Add(-d).UnixMicro(), rows} }
	tests := map[string]struct {
		cap   Cap
		taken []Taken
		left  int64
		more  time.Duration // from now; 0: there is no such moment
	}{
		"nothing was taken":                        {day, nil, 500, 0},
		"some was taken an hour ago":               {day, []Taken{ago(time.Hour, 200)}, 300, 23 * time.Hour},
		"it adds up, and the first frees first":    {day, []Taken{ago(2*time.Hour, 200), ago(20*time.Hour, 150)}, 150, 4 * time.Hour},
		"all of it":                                {day, []Taken{ago(time.Hour, 500)}, 0, 23 * time.Hour},
		"more than that, under a wider cap":        {day, []Taken{ago(time.Hour, 9_000)}, 0, 23 * time.Hour},
		"a day ago to the instant counts no more":  {day, []Taken{ago(24*time.Hour, 500)}, 500, 0},
		"an instant less than a day ago does":      {day, []Taken{ago(24*time.Hour-time.Microsecond, 500)}, 0, time.Microsecond},
		"a paper has no rows":                      {day, []Taken{ago(time.Hour, 0)}, 500, 0},
		"within the hour":                          {hour, []Taken{ago(59*time.Minute, 6_000)}, 4_000, time.Minute},
		"an hour later all is free again":          {hour, []Taken{ago(time.Hour, 10_000)}, 10_000, 0},
		"where there is no number nothing adds up": {Cap{Rows: Any}, []Taken{ago(time.Minute, 1)}, Any, 0},
		"without a cap there is nothing":           {Cap{}, nil, 0, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			left, more := tt.cap.Left(tt.taken, now)
			if left != tt.left || more.IsZero() != (tt.more == 0) || tt.more != 0 && !more.Equal(now.Add(tt.more)) {
				t.Errorf("%d, %v", left, more)
			}
		})
	}
}

// capped is a small matrix with its caps.
func capped(grants Grants, caps Caps) Caps {
	return Limit(Unite([]string{"rep", "lead", "clerk"}, grants), caps)
}

func TestAMatrixWhoseCapsAreNotWholeStopsTheProgram(t *testing.T) {
	day := 24 * time.Hour
	grants := Grants{"sheep:export": {"rep": "O", "lead": "A"}, "import:write": {"clerk": "A"}, "sheep:read": {"clerk": "A"}}
	whole := func(change func(*Caps)) func() {
		return func() {
			c := Caps{map[string]Cap{"rep": {Rows: 5, Within: day}, "lead": {Rows: Any}}, map[string]Cap{"clerk": {Rows: Any}}}
			change(&c)
			capped(grants, c)
		}
	}
	tests := map[string]struct {
		change func(*Caps)
		stops  bool
	}{
		"all have theirs":                     {func(*Caps) {}, false},
		"one who exports has none":            {func(c *Caps) { delete(c.Export, "rep") }, true},
		"one who imports has none":            {func(c *Caps) { delete(c.Import, "clerk") }, true},
		"one has a cap of nothing":            {func(c *Caps) { c.Export["rep"] = Cap{Within: day} }, true},
		"nobody knows in which time":          {func(c *Caps) { c.Export["rep"] = Cap{Rows: 5} }, true},
		"one has a cap who exports nothing":   {func(c *Caps) { c.Export["clerk"] = Cap{Rows: Any} }, true},
		"one has a cap who imports nothing":   {func(c *Caps) { c.Import["rep"] = Cap{Rows: Any} }, true},
		"one has a cap who is no role at all": {func(c *Caps) { c.Export["ghost"] = Cap{Rows: Any} }, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if stopped := recover() != nil; stopped != tt.stops {
					t.Errorf("stopped: %v", stopped)
				}
			}()
			whole(tt.change)()
		})
	}
}

// The widest cap counts, of those roles that have the grant: what a role may
// take of one thing says nothing of another.
func TestCapsUniteGrantByGrant(t *testing.T) {
	day := 24 * time.Hour
	m := Unite([]string{"rep", "lead", "clerk"}, Grants{"sheep:export": {"rep": "O", "lead": "A"}, "goat:export": {"clerk": "A"}})
	caps := Limit(m, Caps{Export: map[string]Cap{"rep": {Rows: 5, Within: day}, "lead": {Rows: 9, Within: time.Hour, Second: true}, "clerk": {Rows: 100, Within: day}}})
	tests := map[string]struct {
		roles []string
		grant string
		want  Cap
	}{
		"one role":                        {[]string{"rep"}, "sheep:export", Cap{Rows: 5, Within: day}},
		"the wider of two":                {[]string{"rep", "lead"}, "sheep:export", Cap{Rows: 9, Within: time.Hour, Second: true}},
		"not of a role without the grant": {[]string{"rep", "clerk"}, "sheep:export", Cap{Rows: 5, Within: day}},
		"that role has its own":           {[]string{"rep", "clerk"}, "goat:export", Cap{Rows: 100, Within: day}},
		"no grant, no cap":                {[]string{"clerk"}, "sheep:export", Cap{}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			v := Viewer{caps: m.capsOf(caps, tt.roles)}.For(tt.grant)
			if v.Cap() != tt.want {
				t.Errorf("%+v", v.Cap())
			}
		})
	}
}

func TestWhoAnswersForWhatIsTaken(t *testing.T) {
	one, program := kernel.NewID(), kernel.NewID()
	if got := (Viewer{User: User{ID: one}}).Accountable(); got != one {
		t.Errorf("a person: %s", got)
	}
	if got := (Viewer{User: User{ID: program, Owner: one}}).Accountable(); got != one {
		t.Errorf("his program: %s", got)
	}
}
