package job

import (
	"testing"
	"time"

	"erba/kernel"
)

func TestStruck(t *testing.T) {
	at := func(s string) time.Time {
		v, err := time.ParseInLocation(time.DateTime, "2026-06-"+s, kernel.Zone())
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	tests := map[string]struct {
		last, now time.Time
		want      bool
	}{
		"before":                           {at("30 01:59:50"), at("30 01:59:55"), false},
		"at the very moment":               {at("30 01:59:55"), at("30 02:00:00"), true},
		"just after":                       {at("30 01:59:58"), at("30 02:00:03"), true},
		"only once":                        {at("30 02:00:00"), at("30 02:00:05"), false},
		"later":                            {at("30 02:00:03"), at("30 02:00:08"), false},
		"after a stop across the moment":   {at("29 22:00:00"), at("30 03:00:00"), true},
		"a stop that ends before it":       {at("29 22:00:00"), at("30 01:00:00"), false},
		"the clock was turned back":        {at("30 02:30:00"), at("30 02:10:00"), false},
		"a day's stop still means one job": {at("29 02:30:00"), at("30 02:30:00"), true},
	}
	for name, tt := range tests {
		if got := struck("02:00", tt.last, tt.now); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestRateAndTimeLeft(t *testing.T) {
	tests := map[string]struct {
		job  Job
		rate float64
		left int64
	}{
		"not begun":          {Job{Total: 100}, 0, -1},
		"a quarter in 5 s":   {Job{Started: 1, Beat: 5_000_001, Done: 25, Total: 100}, 5, 15},
		"total unknown":      {Job{Started: 1, Beat: 5_000_001, Done: 25}, 5, -1},
		"it is over":         {Job{Started: 1, Beat: 5, Ended: 10_000_001, Done: 100, Total: 100}, 10, 0},
		"more than foretold": {Job{Started: 1, Beat: 1_000_001, Done: 12, Total: 10}, 12, 0},
	}
	for name, tt := range tests {
		if rate, left := tt.job.Rate(), tt.job.Left(); rate != tt.rate || left != tt.left {
			t.Errorf("%s: %v a second, %d s left", name, rate, left)
		}
	}
}
