package portfolio

import "erba/kernel"

// isWorkday is the one place that knows on which days people work: from Monday
// to Friday, until there is a calendar of holidays.
func isWorkday(d kernel.Date) bool {
	weekday := (d.Ordinal()%7 + 11) % 7 // 1970 began on a Thursday; 0 is Sunday
	return weekday != 0 && weekday != 6
}

// workdays is the n-th working day after a day.
func workdays(d kernel.Date, n int) kernel.Date {
	for n > 0 {
		if d = d.Add(1); isWorkday(d) {
			n--
		}
	}
	return d
}

// workday is the day itself if people work on it, else the last one before on
// which they do.
func workday(d kernel.Date) kernel.Date {
	for !isWorkday(d) {
		d = d.Add(-1)
	}
	return d
}
