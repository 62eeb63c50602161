// Package analysis judges customers: each folder is one method, a pure function
// of plain columns, free for anyone to import. None reads a file, a clock or a
// database; each says its formula, source, units and errors, and has a runnable
// example.
//
//	pareto    how concentrated customers are (80/20, HHI, Gini), and ABC classes
//	rfm       recency, frequency and amount, scored 1 to 5, and eight types
//	clv       expected purchases and values: BG/NBD and Gamma-Gamma
//	cohort    who came when and stayed; retention, churn, lifetime value
//	grid      purchases now × capability, the (X,Y) grid
//	quadrant  current × potential value, four types
//	pyramid   tiers, from Major to Mass
//	stage     potential, new, stable, old, dormant, lost
//	size      size of a company by employees and revenue
//	sales     from the lines of a ledger to what the others read
//	clean     what a cell of somebody's table means
//	ranking   the order of rows by an amount
//	why       what an explanation consists of
//
// Amounts are whole numbers of one unit, shares fractions from 0 to 1. Every
// value that a company may decide differently is in a Config with a Default and
// a Check.
package analysis
