print("ipzone")
