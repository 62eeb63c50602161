package job

import (
	"sync"
	"testing"
)

// A beat asks whether the user may go on while the handler reports; the race
// detector sees it if both touch the job unguarded.
func TestAReportAndABeatDoNotMeet(t *testing.T) {
	r := &Run{queue: &Queue{}}
	var both sync.WaitGroup
	both.Go(func() {
		for i := range 100 {
			r.Report(i)
		}
	})
	for range 100 {
		_ = r.lost(t.Context()) // whether he may is not the question
	}
	both.Wait()
}
