// Package forecast decides what deals will bring by when, how sure that is, and how right earlier forecasts were.
package forecast
