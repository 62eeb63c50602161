package review

import "testing"

// Whom somebody does not lead, of him he does not even learn whether he has said
// something, or whether his month is closed.
func TestNobodyLearnsHowAnotherLinesReviewStands(t *testing.T) {
	each(t, func(g *ground) {
		rep, month := g.User("rep").ID, g.now
		g.next()
		_, err := g.Comment(g.As("rep"), month, 0, "两次拜访因客户停产取消")
		g.must(err)
		for _, state := range []string{"commented", "signed"} {
			for version := range int64(4) {
				if _, err := g.Sign(g.As("other"), rep, month, version, "外人"); key(err) != "db.missing" {
					g.Errorf("%s, signing %d: %v", state, version, err)
				}
				if _, err := g.Reopen(g.As("other"), rep, month, version); key(err) != "db.missing" {
					g.Errorf("%s, reopening %d: %v", state, version, err)
				}
			}
			if state == "commented" {
				_, err = g.Sign(g.As("manager"), rep, month, 1, "同意")
				g.must(err)
			}
		}
	})
}
