package notice

import (
	"slices"
	"strings"
	"time"

	"erba/kernel"
)

// Wish is how and when somebody wants to be told.
type Wish struct {
	User       kernel.ID `json:"-"           db:"user_id"`
	Mail       string    `json:"mail"        db:"mail" doc:"His address; letters come to it once he has confirmed it"`
	Confirmed  bool      `json:"confirmed"   db:"confirmed"`
	Zone       string    `json:"zone"        db:"zone" doc:"Such as Asia/Shanghai"`
	QuietFrom  int       `json:"quiet_from"  db:"quiet_from" doc:"Minute of the day"`
	QuietUntil int       `json:"quiet_until" db:"quiet_until" doc:"Minute of the day; the same: no quiet hours"`
	DigestAt   int       `json:"digest_at"   db:"digest_at" doc:"Minute of the day"`
	Weekend    bool      `json:"weekend"     db:"weekend" doc:"Letters come on Saturdays and Sundays as well"`
	Code       string    `json:"-"           db:"code"`
	CodeAt     int64     `json:"-"           db:"code_at"`
	Wrong      int       `json:"-"           db:"wrong"`
	Version    int64     `json:"version"     db:"version"`
}

// Revision is the version that a change must name to replace it.
func (w Wish) Revision() int64 { return w.Version }

// usual is what holds for who has wished for nothing.
func usual(user kernel.ID) Wish {
	return Wish{User: user, Zone: kernel.Zone().String(), QuietFrom: 21 * 60, QuietUntil: 7*60 + 30, DigestAt: 8*60 + 30}
}

// Check reports the first thing that cannot be wished.
func (w Wish) Check() error {
	for _, minute := range []int{w.QuietFrom, w.QuietUntil, w.DigestAt} {
		if minute < 0 || minute >= 24*60 {
			return kernel.Invalid("notice.bad_time")
		}
	}
	if _, err := time.LoadLocation(w.Zone); err != nil || w.Zone == "" || w.Zone == "Local" {
		return kernel.Invalid("notice.bad_zone", "zone", w.Zone).In("zone")
	}
	return nil
}

// due is when a notice leaves by mail; the zero time: never.
func (w Wish) due(way string, now time.Time) time.Time {
	if !w.Confirmed || way != Mail && way != Digest {
		return time.Time{}
	}
	zone, err := time.LoadLocation(w.Zone)
	if err != nil {
		zone = time.UTC
	}
	now = now.In(zone)
	if way == Digest {
		return w.digest(now)
	}
	return w.awake(now)
}

// digest is the next time of the letter of the day.
func (w Wish) digest(now time.Time) time.Time {
	at := on(now, 0, w.DigestAt)
	for day := 1; !at.After(now) || w.free(at); day++ {
		at = on(now, day, w.DigestAt)
	}
	return at
}

// awake is the first moment from now on outside the quiet hours.
func (w Wish) awake(now time.Time) time.Time {
	for w.free(now) || w.quiet(now) {
		next := on(now, 0, w.QuietUntil)
		if w.free(now) || !next.After(now) {
			next = on(now, 1, w.QuietUntil)
		}
		now = next
	}
	return now
}

// free reports a Saturday or Sunday that is left in peace.
func (w Wish) free(t time.Time) bool {
	return !w.Weekend && (t.Weekday() == time.Saturday || t.Weekday() == time.Sunday)
}

func (w Wish) quiet(t time.Time) bool {
	minute := t.Hour()*60 + t.Minute()
	if w.QuietFrom <= w.QuietUntil {
		return minute >= w.QuietFrom && minute < w.QuietUntil
	}
	return minute >= w.QuietFrom || minute < w.QuietUntil
}

// on is a minute of the day so many days after t.
func on(t time.Time, days, minute int) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d+days, minute/60, minute%60, 0, 0, t.Location())
}

// Way is how somebody wants notices of a kind to come.
type Way struct {
	User kernel.ID `json:"-"    db:"user_id"`
	Kind string    `json:"kind" db:"kind"`
	Way  string    `json:"way"  db:"way" enum:"off,bell,mail,digest"`
}

// Choice is a kind as it can be chosen.
type Choice struct {
	Kind string `json:"kind"`
	Name string `json:"name" doc:"Text key"`
	Way  string `json:"way" enum:"off,bell,mail,digest"`
}

// Wishes are what somebody has set.
type Wishes struct {
	Wish
	Kinds  []Choice `json:"kinds"`
	Posted bool     `json:"posted" doc:"The company sends letters"`
}

func knownWay(way string) bool { return slices.Contains(ways, way) }

// address reports whether a text can be a mail address; only a letter shows if it is one.
func address(mail string) bool {
	name, host, ok := strings.Cut(mail, "@")
	return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(mail, " \t\r\n,;<>\"") && !strings.Contains(host, "@") && len(mail) <= 200
}
