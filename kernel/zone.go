package kernel

import (
	"sync/atomic"
	"time"
	_ "time/tzdata" // a machine without a table of zones knows them, too
)

var zone atomic.Pointer[time.Location]

func init() {
	home, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		panic(err)
	}
	SetZone(home)
}

// SetZone says where the company lives, in Shanghai without it; call it before
// anything asks for the day.
func SetZone(home *time.Location) { zone.Store(home) }

// Zone is where the company lives: its clocks say which day it is.
func Zone() *time.Location { return zone.Load() }

// Today is the day it is for the company, wherever the server stands.
func Today() Date { return DayOf(time.Now()) }

// DayOf is the company's day at an instant.
func DayOf(t time.Time) Date { return DateOf(t.In(Zone())) }
